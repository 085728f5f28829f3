import type { Reader, Said } from '../chat/reply.ts'
import type { Telling } from '../chat/telling.ts'
import { countDue, type DueItem, isDueFor } from '../domain/due-items.ts'
import { recordingWorkingDays } from '../domain/hours.ts'
import { may } from '../domain/roles.ts'
import { localDate, startOfDay } from '../domain/time/local-date.ts'
import { addWorkingDays } from '../domain/working-days.ts'
import { formatDay } from '../locale/format.ts'
import type { Rules } from '../rules.ts'
import type { Store } from '../store/index.ts'
import type { Person } from '../store/people.ts'
import { withdrawMoot } from './requests/moot-excuses.ts'

/** Codes said of each kind, and social workers named to an admin; more are counted. */
const shown = { codes: 6, workers: 12 }

type At = { now: Date; zone: string; rules: Pick<Rules, 'reportDays'> }

/**
 * The lists of a day: to each social worker what of theirs has waited too long (hours by 民政部令67 art. 11, late
 * reports, requests as old as a report may get), to each admin how much that is for whom. Nobody is told that there is
 * nothing.
 */
export async function dailyLists({ store, ...at }: At & { store: Store }): Promise<Telling[]> {
  const { now, zone, rules } = at
  const today = localDate(now.getTime(), zone)
  const before = (days: number) => new Date(startOfDay(addWorkingDays(today, -days), zone))
  await withdrawMoot(await store.requests.open('excuse'), store)
  const [due, workers, admins] = await Promise.all([
    store.dueItems.all({ claimed: before(recordingWorkingDays), asked: before(rules.reportDays), now }),
    store.people.withRole('socialWorker'),
    store.people.withRole('admin'),
  ])
  const items = await withGuardians(due, store)
  const key = (kind: string, { _id }: Person) => `daily:${kind}:${today}:${_id}`
  const toWorkers = workers.flatMap((person) => {
    const mine = items.filter((item) => isDueFor(item, person))
    if (mine.length === 0) return []
    return [{ key: key('mine', person), person: person._id, say: sayMine(mine, at) }]
  })
  const toAdmins = admins.flatMap((person) => {
    const within = items.filter((item) => may(person.grants, 'admin', item))
    if (within.length === 0) return []
    return [{ key: key('all', person), person: person._id, say: sayAll(within, workers, at) }]
  })
  return [...toWorkers, ...toAdmins]
}

const whose = (item: DueItem): string | undefined =>
  item.kind === 'hours' ? item.person : item.kind === 'request' ? item.by : undefined

async function withGuardians(items: readonly DueItem[], { people }: Store): Promise<DueItem[]> {
  const guardians = await people.guardiansOf([...new Set(items.flatMap((item) => whose(item) ?? []))])
  return items.map((item) => ({ ...item, guardians: guardians.get(whose(item) ?? '') ?? [] }))
}

const sayMine =
  (items: readonly DueItem[], { now, zone, rules: { reportDays } }: At) =>
  ({ texts }: Reader): Said => {
    const { daily } = texts
    const codes = (kind: DueItem['kind']) => items.flatMap((item) => (item.kind === kind ? [item.id] : []))
    const perActivity = new Map<string, number>()
    for (const item of items)
      if (item.kind === 'hours') perActivity.set(item.activity, (perActivity.get(item.activity) ?? 0) + 1)
    const some = (list: readonly string[]) => ({
      list: list.slice(0, shown.codes).join(daily.between),
      more: Math.max(0, list.length - shown.codes),
    })
    const activities = [...perActivity].map(([code, count]) => daily.activity({ code, count }))
    const lines = [
      activities.length > 0 && daily.hours({ ...some(activities), days: recordingWorkingDays }),
      codes('report').length > 0 && daily.reports({ ...some(codes('report')), days: reportDays }),
      codes('request').length > 0 && daily.requests({ ...some(codes('request')), days: reportDays }),
    ].filter((line) => line !== false)
    return {
      text: [daily.mine({ day: formatDay(now, { zone, texts }) }), ...lines, daily.next].join('\n'),
      quickReplies: [daily.pending],
    }
  }

const sayAll =
  (items: readonly DueItem[], workers: readonly Person[], { now, zone }: At) =>
  ({ texts }: Reader): Said => {
    const { daily } = texts
    const rows = workers
      .map((person) => ({ person, counts: countDue(items.filter((item) => isDueFor(item, person))) }))
      .map((row) => ({ ...row, sum: row.counts.hours + row.counts.report + row.counts.request }))
      .filter(({ sum }) => sum > 0)
      .toSorted((a, b) => b.sum - a.sum)
    const nobodys = items.filter((item) => !workers.some((person) => isDueFor(item, person)))
    return {
      text: [
        daily.all({ day: formatDay(now, { zone, texts }), ...countDue(items) }),
        ...rows
          .slice(0, shown.workers)
          .map(({ person, counts }) => daily.row({ who: `${person.name} ${person._id}`, ...counts })),
        ...(rows.length > shown.workers ? [daily.others({ count: rows.length - shown.workers })] : []),
        ...(nobodys.length > 0 ? [daily.row({ who: daily.nobody, ...countDue(nobodys) })] : []),
      ].join('\n'),
    }
  }
