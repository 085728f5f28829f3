import type { Grant } from '../../src/domain/roles.ts'
import type { App } from './app.ts'
import { at } from './command-store.ts'

type Talker = Awaited<ReturnType<App['registered']>>

/** People of 南园队 at a whole service: volunteers and social workers, each with a chat of their own. */
export function teamPeople(app: App) {
  let count = 0
  const somebody = (name: string): Promise<Talker> => app.registered(`user-${++count}`, name)
  return {
    somebody,
    async worker(name: string, team = '南园队'): Promise<Talker> {
      const one = await somebody(name)
      const grant: Grant = { role: 'socialWorker', scope: { kind: 'team', name: team } }
      const at0 = at('2026-11-01 09:00')
      await app.store.people.grant(one.number, { ...grant, by: one.number, at: at0, key: one.number })
      return one
    },
    /** From now on these people are answered in English. */
    async english(...talkers: readonly Talker[]): Promise<void> {
      for (const { identity } of talkers)
        await app.store.identities.model.updateOne({ _id: identity }, { locale: 'en' })
    },
  }
}
