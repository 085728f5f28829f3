import type { Connection } from 'mongoose'
import type { Seal } from '../seal.ts'
import { activities } from './activities.ts'
import { audit } from './audit.ts'
import { broadcasts } from './broadcasts.ts'
import { categories } from './categories.ts'
import { counters } from './counters.ts'
import { days } from './days.ts'
import { deadLetters } from './dead-letters.ts'
import { hours } from './hours.ts'
import { identities } from './identities.ts'
import { inbox } from './inbox.ts'
import { linkCodes } from './link-codes.ts'
import { marks } from './marks.ts'
import { merges } from './merges.ts'
import { outbox } from './outbox.ts'
import { people } from './people.ts'
import { prompts } from './prompts.ts'
import { questions } from './questions.ts'
import { personReferences } from './references.ts'
import { requests } from './requests.ts'
import { rooms } from './rooms.ts'
import { signups } from './signups.ts'
import { teams } from './teams.ts'
import { timers } from './timers.ts'

/**
 * Every collection there is. A new one is a file and a line here. `namesChanged` is called when names the parser
 * knows (teams, stations, categories) have changed.
 */
export function openStore(connection: Connection, seal: Seal, namesChanged: () => void = () => undefined) {
  const timed = timers(connection)
  return {
    activities: activities(connection, timed),
    audit: audit(connection, seal),
    broadcasts: broadcasts(connection, seal),
    categories: categories(connection, namesChanged),
    counters: counters(connection),
    days: days(connection),
    deadLetters: deadLetters(connection, seal),
    hours: hours(connection),
    identities: identities(connection),
    inbox: inbox(connection, seal),
    linkCodes: linkCodes(connection),
    marks: marks(connection),
    merges: merges(connection),
    outbox: outbox(connection, seal),
    people: people(connection),
    prompts: prompts(connection),
    questions: questions(connection, seal),
    references: personReferences(connection),
    requests: requests(connection),
    rooms: rooms(connection),
    signups: signups(connection),
    teams: teams(connection, namesChanged),
    timers: timed,
    seal,
  }
}

export type Store = ReturnType<typeof openStore>
