import type { Run } from '../command.ts'
import { settle } from '../unsettled/settle.ts'
import type { GiveUpArgs } from './grammar.ts'

/** 放弃: it stays undone and leaves every list. */
export const runGiveUp: Run<GiveUpArgs> = (args, context) => settle(args, 'left', context)
