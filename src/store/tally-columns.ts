import mongoose from 'mongoose'
import type { Tally } from '../domain/tally.ts'
import { localDate } from '../domain/time/local-date.ts'
import { workingDaysBetween } from '../domain/working-days.ts'
import type { HoursEntry } from './hours-entry.ts'

const { Binary } = mongoose.mongo
type Binary = mongoose.mongo.Binary
type Columns = Tally['columns']

/** A tally as it is kept: each column is one binary field, in the byte order every machine we run on has. */
export type PackedTally = {
  _id: string
  /** Another one each time the month is counted: the writer that counted from older lines loses. */
  stamp: string
  /** The lines have changed in a way that no mark tells of. */
  stale?: boolean
  names: string[]
  columns: { [name in keyof Columns]: Binary }
}

/** What of a line a tally is made of. */
export type TallyLine = Pick<
  HoursEntry,
  | 'person'
  | 'minutes'
  | 'date'
  | 'team'
  | 'station'
  | 'category'
  | 'verifiers'
  | 'verifiedAt'
  | 'claimedAt'
  | 'correction'
  | 'attendances'
>

/** The digits of a volunteer number, `V000123`; how a tally knows people. */
export const personDigits = (number: string): number => Number(number.slice(1))

/** Puts a month's verified lines into columns. */
export function tallyOf(month: string, lines: readonly TallyLine[], zone: string): Tally {
  const indices = new Map<string, number>()
  const indexOf = (name: string | undefined) => {
    if (!name) return 0
    const index = indices.get(name) ?? indices.size + 1
    indices.set(name, index)
    return index
  }
  const lag = lagIn(zone)
  const verifiedBy = ({ verifiers }: TallyLine) => verifiers.findLast(({ to }) => to === 'verified')?.person
  const columns: Columns = {
    person: Uint32Array.from(lines, ({ person }) => personDigits(person)),
    minutes: Int32Array.from(lines, ({ minutes }) => minutes),
    attendances: Int8Array.from(lines, ({ attendances }) => attendances ?? 1),
    day: Uint8Array.from(lines, ({ date }) => Number(date.slice(8))),
    team: Uint16Array.from(lines, ({ team }) => indexOf(team)),
    station: Uint16Array.from(lines, ({ station }) => indexOf(station)),
    category: Uint16Array.from(lines, ({ category }) => indexOf(category)),
    verifier: Uint16Array.from(lines, (line) => indexOf(verifiedBy(line))),
    lag: Int16Array.from(lines, lag),
    verifiedAt: Float64Array.from(lines, ({ verifiedAt }) => verifiedAt?.getTime() ?? 0),
  }
  return { month, names: ['', ...indices.keys()], columns }
}

/** Working days a line waited for its verification. Moments repeat from line to line, so their days are remembered. */
function lagIn(zone: string): (line: TallyLine) => number {
  const days = new Map<number, string>()
  const dayOf = (moment: Date) => {
    const known = days.get(moment.getTime()) ?? localDate(moment.getTime(), zone)
    days.set(moment.getTime(), known)
    return known
  }
  const lags = new Map<string, number>()
  return ({ claimedAt, verifiedAt, correction }) => {
    if (correction || !verifiedAt) return -1
    const [from, to] = [dayOf(claimedAt), dayOf(verifiedAt)]
    const known = lags.get(from + to) ?? workingDaysBetween(from, to)
    lags.set(from + to, known)
    return known
  }
}

/** How a tally is written. */
export function packColumns(columns: Columns): PackedTally['columns'] {
  const pack = ({ buffer, byteOffset, byteLength }: Columns[keyof Columns]) =>
    new Binary(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength))
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, pack(column)]),
  ) as PackedTally['columns']
}

/** How a tally is read: each column copied once, since a number must begin at a multiple of its size. */
export function unpackColumns(packed: PackedTally['columns']): Columns {
  const bytes = (name: keyof Columns) => Uint8Array.from(packed[name].value()).buffer
  return {
    person: new Uint32Array(bytes('person')),
    minutes: new Int32Array(bytes('minutes')),
    attendances: new Int8Array(bytes('attendances')),
    day: new Uint8Array(bytes('day')),
    team: new Uint16Array(bytes('team')),
    station: new Uint16Array(bytes('station')),
    category: new Uint16Array(bytes('category')),
    verifier: new Uint16Array(bytes('verifier')),
    lag: new Int16Array(bytes('lag')),
    verifiedAt: new Float64Array(bytes('verifiedAt')),
  }
}
