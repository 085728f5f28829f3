import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { codeQuestion } from '../one-activity.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  /** As said: `南园队,#法律援助`; resolved when the command runs. */
  audience: z.string().max(200).optional(),
  confirm: z.boolean().optional(),
})

/** `召集 A12 南园队,#法律援助`: calls an audience to an activity. */
export const callGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'call',
  words: { 'zh-CN': ['召集'], en: ['call'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code || code.rest.length > 200 || code.rest.includes('\n')) return undefined
    const known = code.rest.split(/[\s,、]+/).every((name) => isAudience(name, reading))
    return { args: { code: code.value, ...(code.rest && { audience: code.rest }) }, loose: !known }
  },
  questions: {
    code: codeQuestion,
    audience: {
      free: true,
      read: (text) => (text.length <= 200 && !text.includes('\n') ? { audience: text } : undefined),
    },
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}

/** A known name, everybody, a skill (`#法律援助`), or nothing said. */
function isAudience(name: string, { snapshot }: Reading): boolean {
  const { teams, stations } = snapshot
  const everybody = ['', '全部', 'all']
  return name.startsWith('#') || [teams, stations, everybody].some((names) => names.includes(name))
}
