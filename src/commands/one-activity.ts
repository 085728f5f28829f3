import { z } from 'zod'
import type { Read } from './grammar.ts'
import { takeCode } from './parse/take.ts'

/** An activity and nothing else: `名单 A12`, `签退`. */
export const oneActivityShape = z.object({ code: z.string().optional() })
export type OneActivity = z.infer<typeof oneActivityShape>

/** Reads the words after a command that is about one activity; without a code it is asked for, or found out. */
export function readOneActivity(rest: string): Read<OneActivity> | undefined {
  if (rest === '') return { args: {}, loose: true }
  const code = takeCode(rest, 'A')
  return code?.rest === '' ? { args: { code: code.value } } : undefined
}

/** The answer to "which activity?": its code alone. */
export const codeQuestion = {
  read(text: string): { code: string } | undefined {
    const code = takeCode(text, 'A')
    return code?.rest === '' ? { code: code.value } : undefined
  },
}
