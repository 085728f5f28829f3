import { Schema } from 'mongoose'
import type { Grant } from '../domain/roles.ts'

/**
 * A promise of time: the guard against two activities at once. `key` is the message that made it, `at` when; past ones
 * are dropped at the next sign-up.
 */
export type Commitment = { code: string; start: Date; end: Date; key: string; at?: Date }

/** A grant with who gave it, when and by which message. */
export type HeldGrant = Grant & { by: string; at: Date; key: string }

/**
 * Somebody who acts for a child, with the consent they gave for it: which text, when, by which message, and who made
 * sure of it on which request.
 */
export type Guardian = {
  person: string
  consent: { version: string; at: Date; key: string }
  confirmedBy: string
  request: string
  at: Date
}

/** Somebody known to the service. `phone` and `birth` are sealed; `phoneIndex` finds a phone without opening it. */
export type Person = {
  _id: string
  name: string
  phone?: string
  phoneIndex?: string
  birth?: string
  skills: string[]
  consent?: { version: string; at: Date; key: string }
  grants: HeldGrant[]
  /** Grants taken back, with who did it, when and by which message. */
  revoked?: HeldGrant[]
  commitments: Commitment[]
  /** Who acts for this person as long as there is no consent of their own. */
  guardians?: Guardian[]
  /** Since when this person wants no more calls. */
  optedOut?: Date
  /** The message that is closing the account of somebody without whom there might be no admin. */
  closing?: { key: string; at: Date }
  /** The account is closed: from then on the person is a pseudonym, and its chat accounts are strangers'. */
  closed?: Closing
  /** The number that this one is by now: two registrations of one person, made one. */
  mergedInto?: string
  /** The message that made this person. */
  key: string
  createdAt: Date
  /** Set with the person, taken off once the month of registration was counted (`registrations.ts`). */
  uncounted?: string
  demo?: boolean
}

/** What closed an account: the message, when, whether consent was withdrawn, the language of the answer. */
export type Closing = { key: string; at: Date; why: 'account' | 'consent'; locale: 'zh-CN' | 'en' }

/** What stands in the place of a name that was removed. */
export const noName = '***'

/** Somebody as an audience sees them: the names of the teams and stations they hold a role for, and their skills. */
export type AudienceMember = {
  _id: string
  scopes: string[]
  skills: string[]
  optedOut: boolean
  /** What only a call asks; birth is sealed. */
  gates?: { promised: Pick<Commitment, 'code' | 'start' | 'end'>[]; guarded: boolean; birth?: string }
}

const grant = new Schema(
  { role: String, scope: { kind: { type: String }, name: String }, by: String, at: Date, key: String },
  { _id: false },
)
const commitment = new Schema({ code: String, start: Date, end: Date, key: String, at: Date }, { _id: false })

const guardian = new Schema(
  {
    person: String,
    consent: { _id: false, type: { version: String, at: Date, key: String } },
    confirmedBy: String,
    request: String,
    at: Date,
  },
  { _id: false },
)

/** How a person is kept. */
export const personSchema = new Schema<Person>(
  {
    _id: String,
    name: String,
    phone: String,
    phoneIndex: String,
    birth: String,
    skills: [String],
    consent: { _id: false, type: { version: String, at: Date, key: String } },
    grants: [grant],
    revoked: { type: [grant], default: undefined },
    commitments: [commitment],
    guardians: { type: [guardian], default: undefined },
    optedOut: Date,
    closing: { _id: false, type: { key: String, at: Date } },
    closed: { _id: false, type: { key: String, at: Date, why: String, locale: String } },
    mergedInto: String,
    key: String,
    createdAt: Date,
    uncounted: String,
    demo: Boolean,
  },
  { collection: 'people', versionKey: false },
)
  .index({ name: 1 })
  .index({ phoneIndex: 1 }, { sparse: true })
  .index({ 'grants.scope.name': 1 })
  .index({ 'closed.key': 1 }, { sparse: true })
  .index({ 'grants.role': 1 })
  .index({ 'closed.at': 1 }, { sparse: true })
  .index({ createdAt: 1 })
  .index({ uncounted: 1 }, { sparse: true })
  .index({ 'guardians.person': 1 }, { sparse: true })
  .index({ mergedInto: 1 }, { sparse: true })
