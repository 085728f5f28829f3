import type { z } from 'zod'
import type { Run } from '../command.ts'
import { changeTeam } from './change.ts'
import type { teamGrammar } from './grammar.ts'
import { listTeams } from './list.ts'
import { makeTeam } from './make.ts'

export type TeamArgs = z.infer<(typeof teamGrammar)['shape']>

/** Makes, renames, closes and reopens teams and stations, or lists them all by station. */
export const runTeam: Run<TeamArgs> = async (args, context) => {
  if (args.verb === 'list') return listTeams(context)
  return args.verb === 'new' ? makeTeam(args, context) : changeTeam({ ...args, verb: args.verb }, context)
}
