import type { Texts } from '../index.ts'
import { common } from './common.ts'
import { hours } from './hours.ts'
import { log } from './log.ts'
import { pending } from './pending.ts'
import { reject } from './reject.ts'
import { stats } from './stats.ts'
import { verify } from './verify.ts'

/** The English catalogue. */
export const en: Texts = {
  common,
  hours,
  log,
  pending,
  reject,
  stats,
  verify,
}
