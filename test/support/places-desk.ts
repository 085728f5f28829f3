import { expect } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import type { Notice } from '../../src/chat/reply.ts'
import type { Context } from '../../src/commands/command.ts'
import { answerOffer, expireOffer } from '../../src/commands/offer.ts'
import type { PlaceDeps } from '../../src/commands/promotion.ts'
import { settlePlaces } from '../../src/commands/settle-places.ts'
import { placeStates } from '../../src/domain/signup-states.ts'
import type { Store } from '../../src/store/index.ts'
import { openCommandStore } from './command-store.ts'
import { inChinese } from './told.ts'

/**
 * A desk at which places are taken and given back: a database of its own, the commands' second halves, and what the
 * sweeper and the timers do, at any moment and with any view of the data.
 */
export async function openPlacesDesk() {
  const desk = await openCommandStore()
  const { store } = desk
  const said = new Map<string, Notice[]>()
  const deps = (now: Date, view: Store = store): PlaceDeps => ({
    store: view,
    zone: 'Asia/Shanghai',
    rules: defaultRules,
    now,
    notify: async (notices, key) => void said.set(key, notices),
  })
  return {
    ...desk,
    /** What people were told without asking, each thing once. */
    told: (person: string) =>
      [...said.values()]
        .flat()
        .filter((notice) => notice.person === person)
        .map((notice) => inChinese(notice).text),
    /** What the sweeper does. */
    settle: (now: Date, view?: Store) => settlePlaces(deps(now, view)),
    /** Rings every timer that is due. */
    async ring(now: Date, view?: Store) {
      for (;;) {
        const timer = await store.timers.claimDue(now, new Date(now.getTime() + 30_000))
        if (!timer) return
        await expireOffer(timer, deps(now, view))
        await store.timers.done(timer._id)
      }
    },
    /** Answers the offer that is open for a person. */
    async answer(person: string, answer: 'yes' | 'no', at: { now: Date; key: string; store?: Store }) {
      const [prompt] = await store.prompts.open([person], at.now, at.key)
      if (!prompt) return { text: '' }
      const reply = (_args: object, context: Context) => answerOffer(prompt, answer, context)
      return desk.run(reply, {}, { by: person, ...at })
    },
    /** How an activity's places stand, from the activity itself and from its rows. */
    async standing(code: string) {
      const activity = await store.activities.find(code)
      const rows = await store.signups.model.find({ activity: code }).lean()
      const of = (...states: string[]) =>
        rows
          .filter(({ state }) => states.includes(state))
          .map(({ person }) => person)
          .toSorted()
      return {
        taken: activity?.taken,
        holds: activity?.holds ?? [],
        waiting: (activity?.waiting ?? []).map(({ person }) => person),
        confirmed: of('confirmed'),
        offered: of('offered'),
        rowsWaiting: of('waiting'),
        placed: of(...placeStates),
        groups: Object.fromEntries((activity?.groups ?? []).map(({ team, count }) => [team, count])),
      }
    },
    /** Held whenever everything is settled: the activity and its rows tell the same story, and nothing is left over. */
    async expectSettled(code: string) {
      const now = await this.standing(code)
      const activity = await store.activities.find(code)
      const inGroups = Object.values(now.groups).reduce((sum, count) => sum + count, 0)
      expect(now.taken).toBe(now.placed.length + inGroups)
      expect(now.taken).toBeLessThanOrEqual(activity?.places ?? 0)
      expect(now.holds.map(({ person }) => person).toSorted()).toEqual(now.offered)
      const people = now.waiting.filter((person) => !person.startsWith('group:'))
      expect(people.toSorted()).toEqual(now.rowsWaiting)
      if (now.waiting.length > 0) expect(now.taken).toBe(activity?.places)
      const committed = await store.people.model.find({ 'commitments.code': code }).lean()
      expect(committed.map(({ _id }) => _id).toSorted()).toEqual(now.confirmed)
    },
  }
}

export type PlacesDesk = Awaited<ReturnType<typeof openPlacesDesk>>
