import { common } from './common.ts'
import { hours } from './hours.ts'
import { log } from './log.ts'
import { pending } from './pending.ts'
import { reject } from './reject.ts'
import { stats } from './stats.ts'
import { verify } from './verify.ts'

/** The Chinese catalogue, the original: one file for each command, and what several share. */
export const zhCN = {
  common,
  hours,
  log,
  pending,
  reject,
  stats,
  verify,
}
