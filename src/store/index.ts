import type { Connection } from 'mongoose'
import type { Seal } from '../seal.ts'
import { activities } from './activities.ts'
import { audit } from './audit.ts'
import { broadcastTargets } from './broadcast-targets.ts'
import { broadcasts } from './broadcasts.ts'
import { categories } from './categories.ts'
import { certificates } from './certificates.ts'
import { counters } from './counters.ts'
import { days } from './days.ts'
import { deadLetters } from './dead-letters.ts'
import { dueItems } from './due-items.ts'
import { files } from './files.ts'
import { handovers } from './handovers.ts'
import { hours } from './hours.ts'
import { hoursCorrections } from './hours-corrections.ts'
import { identities } from './identities.ts'
import { inbox } from './inbox.ts'
import { linkage } from './linkage.ts'
import { linkCodes } from './link-codes.ts'
import { marks } from './marks.ts'
import { merges } from './merges.ts'
import { outbox } from './outbox.ts'
import { pairings } from './pairings.ts'
import { people } from './people.ts'
import { prompts } from './prompts.ts'
import { questions } from './questions.ts'
import { reports } from './reports.ts'
import { renaming } from './renaming.ts'
import { registrations } from './registrations.ts'
import { personReferences } from './references.ts'
import { requests } from './requests.ts'
import { rooms } from './rooms.ts'
import { signups } from './signups.ts'
import { tallies } from './tallies.ts'
import { teams } from './teams.ts'
import { timers } from './timers.ts'
import { turnouts } from './turnouts.ts'
import { unknownRows } from './unknown-rows.ts'

/**
 * Every collection there is. A new one is a file and a line here. `namesChanged` is called when names the parser
 * knows (teams, stations, categories, rooms) have changed.
 */
export function openStore(connection: Connection, seal: Seal, namesChanged: () => void = () => undefined) {
  const timed = timers(connection)
  const activity = activities(connection, timed)
  const ledger = hours(connection)
  const person = people(connection)
  const signup = signups(connection)
  const tallied = tallies(connection, ledger.model)
  const team = teams(connection, namesChanged)
  const category = categories(connection, namesChanged)
  const room = rooms(connection, namesChanged)
  const counter = counters(connection)
  const targets = broadcastTargets(connection)
  const outgoing = outbox(connection, seal)
  return {
    activities: activity,
    audit: audit(connection, seal),
    broadcasts: broadcasts(connection, seal, targets),
    broadcastTargets: targets,
    categories: category,
    certificates: certificates(connection, seal),
    counters: counter,
    days: days(connection),
    deadLetters: deadLetters(connection, { seal, counters: counter }),
    dueItems: dueItems(connection),
    files: files(connection),
    handovers: handovers(connection),
    hours: ledger,
    hoursCorrections: hoursCorrections(connection),
    identities: identities(connection),
    inbox: inbox(connection, seal),
    linkage: linkage(connection),
    linkCodes: linkCodes(connection),
    marks: marks(connection),
    merges: merges(connection),
    outbox: outgoing,
    pairings: pairings(connection),
    people: person,
    prompts: prompts(connection),
    questions: questions(connection, seal),
    reports: reports(connection, seal),
    requests: requests(connection, seal),
    rooms: room,
    registrations: registrations(connection, person.model),
    renaming: renaming({
      activities: activity.model,
      categories: category.model,
      hours: ledger.model,
      people: person.model,
      rooms: room.model,
      teams: team.model,
      invalidate: tallied.invalidate,
      namesChanged,
    }),
    signups: signup,
    tallies: tallied,
    teams: team,
    references: personReferences(connection),
    timers: timed,
    turnouts: turnouts({ activities: activity.model, signups: signup.model }),
    unknownRows: unknownRows(outgoing.model, { seal, counters: counter }),
    seal,
  }
}

export type Store = ReturnType<typeof openStore>
