import type { Run } from '../command.ts'
import { settle } from '../unsettled/settle.ts'
import type { ResendArgs } from './grammar.ts'

/** 重发: the row or letter gets one more try, which the sweeper begins within seconds. */
export const runResend: Run<ResendArgs> = (args, context) => settle(args, 'again', context)
