import { type Connection, Schema } from 'mongoose'
import type { CertificateContent } from '../domain/certificate-content.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import type { Seal } from '../seal.ts'
import { insertedFirst } from './connection.ts'

/** All that is printed besides what the certificate itself says: with it the paper can be made again as it was. */
export type CertificateSnapshot = {
  locale: 'zh-CN' | 'en'
  org: string
  name: string
  /** The social worker who verified last. */
  handler?: string
  content: CertificateContent
}

/**
 * A certificate, by its number. `period` is from the first to the last day of service on it, minutes are verified ones.
 * `sealed` is its snapshot and goes with the person; what a public page shows of it stays. `digest` tells whether
 * another one would say the same.
 */
export type Certificate = {
  _id: string
  person: string
  period: { from: LocalDate; to: LocalDate }
  minutes: number
  issuedAt: Date
  status: 'valid' | 'withdrawn'
  /** The message by which its sum was no longer true. */
  withdrawn?: { key: string; at: Date }
  digest?: string
  sealed?: string
  /** The message that asked for it. */
  key: string
}

const schema = new Schema<Certificate>(
  {
    _id: String,
    person: String,
    period: { from: String, to: String },
    minutes: Number,
    issuedAt: Date,
    status: String,
    withdrawn: { _id: false, type: { key: String, at: Date } },
    digest: String,
    sealed: String,
    key: String,
  },
  { collection: 'certificates', versionKey: false },
).index({ person: 1, issuedAt: -1 })

/** Certificates (志愿服务记录证明). */
export function certificates(connection: Connection, seal: Seal) {
  const model = connection.model('Certificate', schema)
  return {
    model,
    find: (id: string): Promise<Certificate | null> => model.findById(id).lean<Certificate>(),
    /** Issues a certificate; false when this number is taken. */
    issue: (
      certificate: Omit<Certificate, 'status' | 'withdrawn' | 'digest' | 'sealed'>,
      snapshot: CertificateSnapshot,
    ): Promise<boolean> =>
      insertedFirst(
        model.create({
          ...certificate,
          status: 'valid',
          digest: seal.blindIndex(JSON.stringify(snapshot)),
          sealed: seal.seal(JSON.stringify(snapshot)),
        }),
      ),
    /** The valid certificate of a person that says just this already. */
    saying: (person: string, snapshot: CertificateSnapshot): Promise<Certificate | null> =>
      model
        .findOne({ person, status: 'valid', digest: seal.blindIndex(JSON.stringify(snapshot)) })
        .sort({ issuedAt: 1 })
        .lean<Certificate>(),
    ofPerson: (person: string): Promise<Certificate[]> =>
      model.find({ person }).sort({ issuedAt: 1 }).lean<Certificate[]>(),
    /** Ends a certificate: its page says so, and its paper is made no more. */
    withdraw: (id: string, withdrawn: { key: string; at: Date }) =>
      model.updateOne({ _id: id, status: 'valid' }, { $set: { status: 'withdrawn', withdrawn } }),
    /** Those of a person that a message withdrew. */
    withdrawnBy: (person: string, key: string): Promise<Certificate[]> =>
      model.find({ person, 'withdrawn.key': key }).sort({ issuedAt: 1 }).lean<Certificate[]>(),
    /** What was printed; undefined once the person is gone. */
    open: ({ sealed }: Certificate): CertificateSnapshot | undefined =>
      sealed === undefined ? undefined : (JSON.parse(seal.open(sealed)) as CertificateSnapshot),
    /** Forgets whose certificates these are; their numbers, sums and status stay. */
    forget: (person: string) => model.updateMany({ person }, { $unset: { sealed: 1, digest: 1 } }),
  }
}
