import type { Connection } from 'mongoose'
import type { Activity } from './activities.ts'
import type { Identity } from './identities.ts'
import type { Person } from './people.ts'
import type { QuestionRow } from './questions.ts'
import type { Room } from './rooms.ts'

/** Everything that is asked before a message can be understood. */
export type MessageContext = {
  handled: { _id: string; sealed: string; outboxDone?: boolean } | undefined
  identity: Identity | undefined
  person: Person | undefined
  question: QuestionRow | undefined
  room: Room | undefined
  activities: Activity[]
}

/**
 * One round trip for all of it: look-ups by primary key in several collections, joined by `$unionWith`.
 * Six separate reads would cost six trips on the hottest path there is.
 */
export async function loadContext(
  connection: Connection,
  ids: { message: string; identity: string; room: string | undefined; activities: readonly string[] },
): Promise<MessageContext> {
  const tagged = (tag: string) => ({ $project: { _id: 0, tag, row: '$$ROOT' } })
  const from = (coll: string, tag: string, match: object) => ({
    $unionWith: { coll, pipeline: [{ $match: match }, tagged(tag)] },
  })
  const rows = await connection
    .db!.collection('identities')
    .aggregate<{ tag: string; row: never }>([
      { $match: { _id: ids.identity } },
      tagged('identity'),
      {
        $unionWith: {
          coll: 'identities',
          pipeline: [
            { $match: { _id: ids.identity } },
            { $lookup: { from: 'people', localField: 'person', foreignField: '_id', as: 'row' } },
            { $unwind: '$row' },
            { $project: { _id: 0, tag: 'person', row: 1 } },
          ],
        },
      },
      from('inbox', 'handled', { _id: ids.message }),
      from('questions', 'question', { _id: ids.identity }),
      ...(ids.room ? [from('rooms', 'room', { _id: ids.room })] : []),
      ...(ids.activities.length > 0
        ? [from('activities', 'activity', { _id: { $in: [...ids.activities] } })]
        : []),
    ] as object[])
    .toArray()
  const one = (tag: string) => rows.find((row) => row.tag === tag)?.row
  return {
    handled: one('handled'),
    identity: one('identity'),
    person: one('person'),
    question: one('question'),
    room: one('room'),
    activities: rows.filter((row) => row.tag === 'activity').map(({ row }) => row),
  }
}
