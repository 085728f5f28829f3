import { z } from 'zod'

const count = (least: number, most: number) => z.int().min(least).max(most)

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

const star = z.strictObject({ star: count(1, 10), hours: count(1, 100_000), months: count(0, 600) })

/**
 * The rules an organisation may set for itself (`ORG_RULES`), each with the number that stands when it says nothing.
 * What each means, where it comes from and which test holds it is told in docs/rules.md.
 */
export const rulesSchema = z.strictObject({
  /** From this age on one consents oneself; below, a guardian does. */
  consentAge: count(0, 18).default(14),
  /** From this age on one may do what is marked dangerous. */
  adultAge: count(0, 30).default(18),
  /** Minutes a freed place stays offered to one person. */
  offerMinutes: count(1, 24 * 60).default(30),
  /** Minutes an offer stands at least, however near the start is. */
  shortestOfferMinutes: count(1, 24 * 60).default(5),
  /** Hours before the start from which a cancellation is noted as late. */
  lateHours: count(0, 14 * 24).default(24),
  /** Minutes before the start from which one can check in. */
  checkinOpensMinutes: count(0, 24 * 60).default(30),
  /** Working days within which a report is to be answered; the day it came does not count. */
  reportDays: count(1, 60).default(5),
  /** Days after its closing for which the words of a report are kept. */
  reportKeptDays: count(1, 10 * 365).default(180),
  /** Rooms to which one social worker or leader sends alone; to more a second social worker agrees. */
  approvalRooms: count(0, 1_000).default(3),
  /** Calls one person gets in seven days; announcements are not counted. */
  callsAWeek: count(1, 100).default(5),
  /** From this time of the day on nobody is written to unasked; the same as `quietUntil` is never. */
  quietFrom: clock.default('21:30'),
  /** Until this time of the day. */
  quietUntil: clock.default('08:00'),
  /** Verified hours and months since registration that each star takes, in ascending order. */
  stars: z
    .array(star)
    .max(10)
    .default([
      { star: 1, hours: 100, months: 6 },
      { star: 2, hours: 300, months: 6 },
      { star: 3, hours: 600, months: 12 },
      { star: 4, hours: 1_000, months: 12 },
      { star: 5, hours: 1_500, months: 24 },
    ]),
})

export type Rules = z.infer<typeof rulesSchema>

/** The rules of an organisation that set none. */
export const defaultRules: Rules = rulesSchema.parse({})
