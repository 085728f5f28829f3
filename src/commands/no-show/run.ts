import { runAbsence } from '../absence.ts'
import type { Run } from '../command.ts'
import type { PeopleAt } from '../people-at.ts'

/** 缺席: confirmed → no_show, once the activity has begun. */
export const runNoShow: Run<PeopleAt> = (args, context) =>
  runAbsence({ event: 'miss', afterStart: true, texts: ({ texts }) => texts.noShow }, args, context)
