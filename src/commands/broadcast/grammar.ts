import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { takeSchedule } from '../parse/schedule.ts'
import { momentQuestion, scheduledArgs, scheduledShape } from '../schedule-args.ts'

/** Longest text of a broadcast, in characters. */
const longest = 2_000

/** 广播全部都停了 is talk: after these words something has to part them from the text. */
const everybody = ['全部', 'all']

const shape = z.object({
  audience: z.string().max(200).optional(),
  text: z.string().max(longest).optional(),
  confirm: z.boolean().optional(),
  ...scheduledShape,
})

/** `广播 南园队、华强队 内容`: the audience is the known names at the beginning, all after them is the text. */
export const broadcastGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'broadcast',
  words: { 'zh-CN': ['广播', '群发'], en: ['broadcast'] },
  multiline: true,
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const { audience, text } = takeAudience(rest, reading)
    if (audience === '' || audience.length > 200 || text.length > longest) return undefined
    // Only 定时 right after the audience schedules; any other time is text.
    const schedule = takeSchedule(text, reading)
    const said = schedule ? schedule.rest : text
    const args = { audience, ...(said && { text: said }), ...(schedule && scheduledArgs(schedule)) }
    return { args, loose: said === '' }
  },
  questions: {
    audience: {
      read(text, reading) {
        const taken = takeAudience(text, reading)
        return taken.audience !== '' && taken.audience.length <= 200 && taken.text === ''
          ? { audience: taken.audience }
          : undefined
      },
    },
    at: momentQuestion,
    text: { free: true, read: (text) => (text.length <= longest ? { text } : undefined) },
    confirm: {
      again: true,
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
}

/** Known names and lists at the beginning, with 、 , 和 or a space between them; the longest name that fits wins. */
function takeAudience(text: string, { snapshot }: Reading): { audience: string; text: string } {
  const names = [...snapshot.teams, ...snapshot.stations, ...(snapshot.rooms ?? []), ...everybody].toSorted(
    (a, b) => b.length - a.length,
  )
  const found: string[] = []
  let rest = text
  for (;;) {
    const next = found.length > 0 ? rest.replace(/^(?:\s*[、,和]\s*|\s+(?=除|except ))/i, '') : rest
    const name = takeItem(next, names)
    if (!name || (found.length > 0 && next === rest)) break
    found.push(name)
    rest = next.slice(name.length)
  }
  return { audience: found.join(','), text: found.length > 0 ? rest.replace(/^[\s,::]+/, '') : text }
}

/** 除 before something known takes away; 除夕快乐 is text. */
const except = /^(?:除了|除|except )\s*/i

/** A known name, `#法律援助`, the people of an activity (`A12`, `A12缺席`), or one of them after 除; as it was written. */
function takeItem(text: string, names: readonly string[]): string | undefined {
  const without = except.exec(text)?.[0]
  if (without !== undefined) {
    const item = takeItem(text.slice(without.length), names)
    return item === undefined ? undefined : without + item
  }
  const name = names.find(
    (one) =>
      text.startsWith(one) && (!everybody.includes(one) || /^(?:$|[\s,、:])/.test(text.slice(one.length))),
  )
  if (name !== undefined) return name
  const listed = /^(?:#[^\s,、#]+|A\d{1,7}(?:\s?(?:候补|缺席)|(?: waiting| absent)\b)?)(?=$|[\s,、:])/i
  return listed.exec(text)?.[0]
}
