import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { codeQuestion } from '../one-activity.ts'
import { type Schedule, takeSchedule } from '../parse/schedule.ts'
import { takeCode } from '../parse/take.ts'
import { momentQuestion, scheduledArgs, scheduledShape } from '../schedule-args.ts'

const shape = z.object({
  code: z.string().optional(),
  /** As said: `南园队,#法律援助`; resolved when the command runs. */
  audience: z.string().max(200).optional(),
  confirm: z.boolean().optional(),
  ...scheduledShape,
})

/** `召集 A12 南园队,#法律援助`: calls an audience to an activity. */
export const callGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'call',
  words: { 'zh-CN': ['召集', '再召集'], en: ['call', 'call again'] },
  shape,
  read(rest, reading, said) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code || code.rest.length > 200 || code.rest.includes('\n')) return undefined
    const { audience: whom, schedule } = splitSchedule(code.rest, reading)
    // 再召集 A12 is for those who have not answered the first call.
    const again = said?.word === '再召集' || said?.word === 'call again'
    const audience = whom === '' && again ? '未回复' : whom
    if (schedule && schedule.rest !== '') return undefined
    const known = audience.split(/[\s,、]+/).every((name) => isAudience(name, reading))
    const args = {
      code: code.value,
      ...(audience && { audience }),
      ...(schedule && scheduledArgs(schedule)),
    }
    return { args, loose: !known }
  },
  questions: {
    code: codeQuestion,
    at: momentQuestion,
    audience: {
      free: true,
      read: (text) => (text.length <= 200 && !text.includes('\n') ? { audience: text } : undefined),
    },
    confirm: {
      again: true,
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}

/** `南园队 定时 周五18:00`: whom, and when. */
function splitSchedule(text: string, reading: Reading): { audience: string; schedule: Schedule | undefined } {
  for (const { index } of text.matchAll(/(?:^|(?<=[\s,、]))(?:定时|scheduled?)/gi)) {
    const schedule = takeSchedule(text.slice(index), reading)
    if (schedule) return { audience: text.slice(0, index).trim(), schedule }
  }
  return { audience: text, schedule: undefined }
}

/** A known name, everybody, a skill (`#法律援助`), or nothing said. */
function isAudience(name: string, { snapshot }: Reading): boolean {
  const { teams, stations, rooms = [] } = snapshot
  const everybody = ['', '全部', 'all']
  if (name.startsWith('#') || name === '除' || name === '未回复') return true
  if (/^A\d+(?:候补|缺席)?$/i.test(name)) return true
  return [teams, stations, rooms, everybody].some((names) => names.includes(name))
}
