import { cancel } from './cancel.ts'
import { common } from './common.ts'
import { hours } from './hours.ts'
import { log } from './log.ts'
import { offer } from './offer.ts'
import { pending } from './pending.ts'
import { reject } from './reject.ts'
import { roster } from './roster.ts'
import { shifts } from './shifts.ts'
import { signup } from './signup.ts'
import { stats } from './stats.ts'
import { verify } from './verify.ts'

/** The Chinese catalogue, the original: one file for each command, and what several share. */
export const zhCN = {
  cancel,
  common,
  hours,
  log,
  offer,
  pending,
  reject,
  roster,
  shifts,
  signup,
  stats,
  verify,
}
