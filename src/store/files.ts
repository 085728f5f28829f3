import { createHash } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** What a link gives: the paper of a certificate, a period of the ledger, or what is kept about somebody. */
export const fileKinds = ['certificate', 'hours-xlsx', 'my-data-json', 'my-data-csv'] as const
export type FileKind = (typeof fileKinds)[number]

/**
 * A link to one file, which is made when it is fetched: nothing lies about. `_id` is the hash of the link's token, so
 * that who reads the database cannot follow it. The link may be opened any number of times and taken once; taking it
 * gives a ticket under which the download may be begun again for a moment, as phones do.
 */
export type FileLink = {
  _id: string
  kind: FileKind
  /** What of it: a certificate's number, the first and last day of a period, or the person's number. */
  subject: string
  person: string
  locale: 'zh-CN' | 'en'
  createdAt: Date
  expiresAt: Date
  takenAt?: Date
  /** Hash of the ticket. */
  ticket?: string
  ticketUntil?: Date
}

const schema = new Schema<FileLink>(
  {
    _id: String,
    kind: String,
    subject: String,
    person: String,
    locale: String,
    createdAt: Date,
    expiresAt: Date,
    takenAt: Date,
    ticket: String,
    ticketUntil: Date,
  },
  { collection: 'files', versionKey: false },
)
  .index({ person: 1 })
  // Kept a day longer, so that its page can say that it is over.
  .index({ expiresAt: 1 }, { expireAfterSeconds: 24 * 3600 })

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** One-time links to files. */
export function files(connection: Connection) {
  const model = connection.model('FileLink', schema)
  return {
    model,
    find: (token: string): Promise<FileLink | null> => model.findById(hash(token)).lean<FileLink>(),
    /** Makes the link; a rerun finds it and changes nothing. */
    add: ({ token, ...link }: Omit<FileLink, '_id'> & { token: string }): Promise<boolean> =>
      insertedFirst(model.create({ ...link, _id: hash(token) })),
    /** Takes the link and leaves a ticket; false when it was taken before or its time is over. */
    async take(token: string, by: { ticket: string; now: Date; until: Date }): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: hash(token), takenAt: { $exists: false }, expiresAt: { $gt: by.now } },
        { $set: { takenAt: by.now, ticket: hash(by.ticket), ticketUntil: by.until } },
      )
      return matchedCount === 1
    },
    /** The link whose ticket this is, as long as it is good. */
    withTicket: (token: string, { ticket, now }: { ticket: string; now: Date }): Promise<FileLink | null> =>
      model.findOne({ _id: hash(token), ticket: hash(ticket), ticketUntil: { $gt: now } }).lean<FileLink>(),
    /** Ends every link of a person. */
    removeOf: (person: string) => model.deleteMany({ person }),
  }
}
