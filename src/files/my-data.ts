import { signupStates } from '../domain/signup-states.ts'
import type { Person } from '../store/people.ts'
import type { Store } from '../store/index.ts'

/** More sign-ups than anybody has. */
const mostSignups = 100_000

/**
 * Everything that is kept about a person, in clear, as they may have it (个人信息保护法, art. 45). What was said in chats
 * is not in it: it is kept sealed by message for some days and not by person.
 */
export async function collectMyData(person: Person, store: Store) {
  const { seal } = store
  const accounts = await store.identities.ofPeople([person._id])
  const chats = accounts.map(({ _id }) => _id)
  const [signups, hours, certificates, reports] = await Promise.all([
    store.signups.ofPerson(person._id, signupStates, mostSignups),
    store.hours.history(person._id),
    store.certificates.ofPerson(person._id),
    store.reports.ofPerson(person._id, chats),
  ])
  const codes = new Set([...signups, ...hours].map(({ activity }) => activity))
  const activities = new Map((await store.activities.many([...codes])).map((one) => [one._id, one]))
  return {
    person: {
      number: person._id,
      name: person.name,
      phone: person.phone && seal.open(person.phone),
      birth: person.birth && seal.open(person.birth),
      skills: person.skills,
      registeredAt: person.createdAt,
      consent: person.consent && { version: person.consent.version, at: person.consent.at },
      noCallsSince: person.optedOut,
    },
    roles: person.grants.map(({ role, scope, by, at }) => ({ role, scope, by, at })),
    rolesTakenBack: (person.revoked ?? []).map(({ role, scope, by, at }) => ({ role, scope, by, at })),
    accounts: accounts.map(({ platform, account, user, name, locale, seenAt }) => ({
      platform,
      account,
      user,
      name,
      language: locale,
      since: seenAt,
    })),
    signups: signups.map(({ activity, state, at, steps }) => ({
      activity,
      title: activities.get(activity)?.title,
      start: activities.get(activity)?.start,
      end: activities.get(activity)?.end,
      state,
      since: at,
      steps: steps.map((step) => ({
        state: step.state,
        at: step.at,
        by: step.by,
        position: step.position,
        late: step.late,
        reason: step.reason && seal.open(step.reason),
      })),
    })),
    hours: hours.map((line) => ({
      line: line._id,
      activity: line.activity,
      title: activities.get(line.activity)?.title,
      category: line.category,
      team: line.team,
      date: line.date,
      start: line.start,
      end: line.end,
      claimedMinutes: line.claimed,
      minutes: line.minutes,
      state: line.state,
      claimedBy: line.by,
      claimedAt: line.claimedAt,
      note: line.note && seal.open(line.note),
      attended: line.attended,
      verified: line.verifiers.map(({ person: by, at, minutes }) => ({ by, at, minutes })),
      refused: line.rejected && {
        by: line.rejected.by,
        at: line.rejected.at,
        reason: line.rejected.reason && seal.open(line.rejected.reason),
      },
    })),
    certificates: certificates.map(({ _id, period, minutes, issuedAt, status }) => ({
      number: _id,
      period,
      minutes,
      issuedAt,
      status,
    })),
    reports: reports.map((report) => ({
      number: report._id,
      team: report.team,
      owner: report.owner,
      state: report.state,
      reportedAt: report.at,
      steps: report.steps.map(({ at, by, did, text, to }) => ({ at, by, did, text, to })),
    })),
  }
}

export type MyData = Awaited<ReturnType<typeof collectMyData>>
