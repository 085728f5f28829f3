import { z } from 'zod'
import type { Grammar } from './grammar.ts'
import { takeCode } from './parse/take.ts'

/** The number of a call or a broadcast, `B7`, and nothing besides it. */
function readCode(text: string): { code: string } | undefined {
  const code = takeCode(text, 'B')
  return code?.rest === '' ? { code: code.value } : undefined
}

const shape = z.object({ code: z.string().optional() })

/** How a command is said that is about one call or broadcast; without a number the last one of the asker is meant. */
export const aboutBroadcast: Pick<Grammar<z.infer<typeof shape>>, 'shape' | 'read' | 'questions'> = {
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const args = readCode(rest)
    return args && { args }
  },
  questions: { code: { read: readCode } },
}
