import type { Notice } from '../../chat/reply.ts'
import { birthdayOf } from '../../domain/age.ts'
import { startOfDay } from '../../domain/time/local-date.ts'
import type { Guardian } from '../../store/people.ts'
import type { Request } from '../../store/requests.ts'
import type { Context } from '../command.ts'
import type { Kind } from './kind.ts'

/** At what time of the day somebody is told of a birthday, in milliseconds after midnight. */
const morningMs = 9 * 3600_000

/**
 * 监护: somebody says that a child is theirs. `args` holds the child's name and birth (sealed) or the number of one that
 * is registered, and the consent given for it. A social worker who has made sure of it makes it true.
 */
export const guardian: Kind = {
  line: ({ by, args: { name = '', age } }, asked, texts) =>
    texts.guardian.request({
      who: `${asked?.name ?? ''} ${by}`.trim(),
      name,
      age: age ? Number(age) : undefined,
    }),

  async agree(request, context) {
    const { store, texts, now } = context
    const name = request.args.name ?? ''
    const number = await store.requests.keep(request._id, 'child', await store.counters.next('person'))
    const added = guardianOf(request, context)
    if (request.args.birth)
      await store.people.add({
        _id: number,
        name,
        birth: request.args.birth,
        skills: [],
        grants: [],
        commitments: [],
        guardians: [added],
        key: request.key,
        createdAt: now,
      })
    await store.people.addGuardian(number, added)
    await askAgainAtAge(number, context)
    const child = (await store.people.find(number))?.name ?? name
    return {
      text: texts.guardian.agreed({ name: child, number, who: request.by }),
      notices: [
        {
          person: request.by,
          say: (reader) => ({
            text: reader.texts.guardian.welcome({ name: child, number }),
            quickReplies: [reader.texts.guardian.next({ name: child })],
          }),
        },
      ],
    }
  },

  async refuse(request, { store, texts }) {
    const { _id: id, by, answer } = request
    // A child that was not registered is nobody here.
    await store.requests.forget(id, ['name', 'birth', 'age'])
    const told: Notice = {
      person: by,
      say: (reader) => ({ text: reader.texts.guardian.notNow({ request: id, reason: answer?.reason }) }),
    }
    return { text: texts.guardian.refusedBy({ request: id }), notices: [told] }
  },
}

function guardianOf({ _id, by, args, at, answer }: Request, { now }: Context): Guardian {
  const { consentVersion = '', consentAt, consentKey = '' } = args
  return {
    person: by,
    consent: { version: consentVersion, at: consentAt ? new Date(consentAt) : at, key: consentKey },
    confirmedBy: answer?.by ?? '',
    request: _id,
    at: now,
  }
}

/** At the age of consent the young person is asked again (PIPL art. 31 ends); the timer stands once. */
async function askAgainAtAge(number: string, { store, zone, rules }: Context): Promise<void> {
  const birth = (await store.people.find(number))?.birth
  if (!birth) return
  const day = birthdayOf(store.seal.open(birth), rules.consentAge)
  await store.timers.set({
    kind: 'comes-of-age',
    subject: number,
    due: new Date(startOfDay(day, zone) + morningMs),
    data: { person: number },
  })
}
