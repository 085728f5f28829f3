import type { Connection } from 'mongoose'
import type { Seal } from '../seal.ts'
import { activities } from './activities.ts'
import { audit } from './audit.ts'
import { broadcasts } from './broadcasts.ts'
import { categories } from './categories.ts'
import { counters } from './counters.ts'
import { days } from './days.ts'
import { deadLetters } from './dead-letters.ts'
import { dueItems } from './due-items.ts'
import { handovers } from './handovers.ts'
import { hours } from './hours.ts'
import { hoursCorrections } from './hours-corrections.ts'
import { identities } from './identities.ts'
import { inbox } from './inbox.ts'
import { linkage } from './linkage.ts'
import { marks } from './marks.ts'
import { outbox } from './outbox.ts'
import { pairings } from './pairings.ts'
import { people } from './people.ts'
import { prompts } from './prompts.ts'
import { questions } from './questions.ts'
import { reports } from './reports.ts'
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
    dueItems: dueItems(connection),
    handovers: handovers(connection),
    hours: hours(connection),
    hoursCorrections: hoursCorrections(connection),
    identities: identities(connection),
    inbox: inbox(connection, seal),
    linkage: linkage(connection),
    marks: marks(connection),
    outbox: outbox(connection, seal),
    pairings: pairings(connection),
    people: people(connection),
    prompts: prompts(connection),
    questions: questions(connection, seal),
    reports: reports(connection, seal),
    requests: requests(connection),
    rooms: rooms(connection),
    signups: signups(connection),
    teams: teams(connection, namesChanged),
    timers: timed,
    seal,
  }
}

export type Store = ReturnType<typeof openStore>
