import { type Connection, type QueryFilter, Schema } from 'mongoose'
import type { Reach } from '../domain/reach.ts'
import type { Seal } from '../seal.ts'
import { insertedFirst } from './connection.ts'
import { ownReports } from './own-reports.ts'

export type ReportState = 'open' | 'answered' | 'closed'

/** What happened to a report, in order: by whom, by which message, in which words, and `from` whom `to` whom it was passed. */
export type ReportStep = {
  key: string
  at: Date
  by: string
  did: 'said' | 'answered' | 'passed' | 'closed'
  text?: string
  from?: string
  to?: string
}

/**
 * A need or complaint, `F12`, from anybody (`by` is their chat identity). It belongs to `owner`, a social worker, and to
 * a place whose social workers may answer it too. Words are sealed at rest. `dueAt` is when it gets late.
 */
export type Report = {
  _id: string
  by: string
  person?: string | undefined
  team?: string | undefined
  station?: string | undefined
  owner?: string | undefined
  state: ReportState
  at: Date
  dueAt: Date
  steps: ReportStep[]
  /** The message that made it. */
  key: string
}

const step = new Schema<ReportStep>(
  { key: String, at: Date, by: String, did: String, text: String, from: String, to: String },
  { _id: false },
)
const schema = new Schema<Report>(
  {
    _id: String,
    by: String,
    person: String,
    team: String,
    station: String,
    owner: String,
    state: String,
    at: Date,
    dueAt: Date,
    steps: [step],
    key: String,
  },
  { collection: 'reports', versionKey: false },
)
  .index({ key: 1 }, { unique: true })
  .index({ state: 1, dueAt: 1 })
  .index({ owner: 1, state: 1 })
  .index({ person: 1 }, { sparse: true })
  .index({ by: 1 })

/** Reports, by number. */
export function reports(connection: Connection, seal: Seal) {
  const model = connection.model<Report>('Report', schema)
  const sealed = ({ text, ...rest }: ReportStep): ReportStep => ({
    ...rest,
    ...(text !== undefined && { text: seal.seal(text) }),
  })
  const opened = (row: Report): Report => ({
    ...row,
    steps: row.steps.map(({ text, ...rest }) => ({
      ...rest,
      ...(text !== undefined && { text: seal.open(text) }),
    })),
  })
  const find = async (filter: { _id: string } | { key: string }): Promise<Report | undefined> => {
    const row = await model.findOne(filter).lean<Report>()
    return row ? opened(row) : undefined
  }
  return {
    model,
    ...ownReports(model, opened),
    find: (id: string) => find({ _id: id }),
    /** Adds a report; the one this message made before, when it made one. */
    async add(report: Report): Promise<Report> {
      const row = { ...report, steps: report.steps.map(sealed) }
      if (await insertedFirst(model.collection.insertOne(row as never))) return report
      const there = await find({ key: report.key })
      if (!there) throw new Error(`report ${report._id} is there already`)
      return there
    },
    /** The report a message made, for its rerun. */
    madeBy: (key: string) => find({ key }),
    /** Takes a step once per message, unless the report is closed; gives the report with it, undefined when it was. */
    async take(
      id: string,
      one: ReportStep,
      change: Partial<Pick<Report, 'state' | 'dueAt' | 'owner'>>,
    ): Promise<Report | undefined> {
      await model.updateOne(
        { _id: id, state: { $ne: 'closed' }, 'steps.key': { $ne: one.key } },
        { $push: { steps: sealed(one) }, ...(Object.keys(change).length > 0 && { $set: change }) },
      )
      const row = await find({ _id: id })
      return row?.steps.some(({ key }) => key === one.key) ? row : undefined
    },
    /** Open reports that are somebody's or within reach, those that get late first, and how many there are. */
    async waitingFor(
      who: string,
      reach: Reach,
      limit: number,
    ): Promise<{ count: number; reports: Report[] }> {
      const filter: QueryFilter<Report> = { state: 'open', ...theirs(who, reach) }
      const [count, rows] = await Promise.all([
        model.countDocuments(filter),
        model.find(filter).sort({ dueAt: 1 }).limit(limit).lean<Report[]>(),
      ])
      return { count, reports: rows.map(opened) }
    },
    /** How many reports each of these people has to answer. */
    async openOf(owners: readonly string[]): Promise<Map<string, number>> {
      const rows = await model.aggregate<{ _id: string; count: number }>([
        { $match: { state: 'open', owner: { $in: [...owners] } } },
        { $group: { _id: '$owner', count: { $sum: 1 } } },
      ])
      return new Map(rows.map(({ _id, count }) => [_id, count]))
    },
  }
}

function theirs(who: string, reach: Reach): QueryFilter<Report> {
  if (reach === 'all') return {}
  return {
    $or: [{ owner: who }, { team: { $in: [...reach.teams] } }, { station: { $in: [...reach.stations] } }],
  }
}
