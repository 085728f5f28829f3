import { runAbsence } from '../absence.ts'
import type { Run } from '../command.ts'
import type { PeopleAt } from '../people-at.ts'

/** 准假: confirmed, cancelled or no_show → excused, before the activity as well as after it. */
export const runExcuse: Run<PeopleAt> = (args, context) =>
  runAbsence({ event: 'excuse', afterStart: false, texts: ({ texts }) => texts.excuse }, args, context)
