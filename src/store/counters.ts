import { type Connection, Schema } from 'mongoose'

type Counter = { _id: string; value: number }

const schema = new Schema<Counter>(
  { _id: String, value: Number },
  { collection: 'counters', versionKey: false },
)

/** Every sequence there is: first number and how it is written. Counters exist before they are counted. */
const sequences = {
  person: { first: 1, format: (n: number) => `V${String(n).padStart(6, '0')}` },
  activity: { first: 1, format: (n: number) => `A${n}` },
  hours: { first: 1, format: (n: number) => `H${n}` },
  broadcast: { first: 1, format: (n: number) => `B${n}` },
  report: { first: 1, format: (n: number) => `F${n}` },
  request: { first: 1, format: (n: number) => `Q${n}` },
  unknownRow: { first: 1, format: (n: number) => `X${n}` },
  deadLetter: { first: 1, format: (n: number) => `D${n}` },
} as const

export type Sequence = keyof typeof sequences

/** Numbers people see: V000123, A12, H55, B7, F12, Q3, X3, D3. A crash may leave a gap, never a number twice. */
export function counters(connection: Connection) {
  const model = connection.model('Counter', schema)
  return {
    /** Makes every counter; safe to run by many at once. */
    async prepare(): Promise<void> {
      for (const [name, { first }] of Object.entries(sequences))
        await model.updateOne({ _id: name }, { $setOnInsert: { value: first - 1 } }, { upsert: true })
    },
    /** The next number of a sequence, as people write it. `count` takes several at once and gives the first one's value. */
    async next(name: Sequence): Promise<string> {
      return sequences[name].format(await this.take(name, 1))
    },
    /** Reserves `count` numbers and returns the first. */
    async take(name: Sequence, count: number): Promise<number> {
      const row = await model
        .findOneAndUpdate({ _id: name }, { $inc: { value: count } }, { returnDocument: 'after' })
        .lean()
      if (!row) throw new Error(`counter ${name} was not prepared`)
      return row.value - count + 1
    },
    format: (name: Sequence, value: number): string => sequences[name].format(value),
  }
}

export type Counters = ReturnType<typeof counters>
