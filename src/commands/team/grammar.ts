import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'

const shape = z.object({
  verb: z.enum(['new', 'list']),
  name: z.string().min(1).max(40).optional(),
  kind: z.enum(['service', 'group', 'station']).optional(),
  station: z.string().optional(),
})

const verbs = /^(?:(?:新建|新增|添加)\s*|(?:new|add)(?:\s+|$))/i
const list = new Set(['', '列表', '有哪些', 'list'])

/** `队 新建 南园队 [园岭站]`; `队` alone lists them. */
export const teamGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'team',
  words: { 'zh-CN': ['队', '队伍'], en: ['team', 'teams'] },
  shape,
  read(rest, { snapshot }) {
    if (list.has(rest.toLowerCase())) return { args: { verb: 'list' }, loose: true }
    const verb = verbs.exec(rest)
    if (!verb) return undefined
    const said = rest.slice(verb[0].length).trim()
    if (said === '') return { args: { verb: 'new' }, loose: true }
    if (said.includes('\n')) return undefined
    const station = snapshot.stations.find((name) => said.endsWith(` ${name}`))
    const name = (station ? said.slice(0, -station.length) : said).trim()
    if (name.length > 40) return undefined
    const kind = name.endsWith('站') ? 'station' : name.includes('团体') ? 'group' : 'service'
    return { args: { verb: 'new', name, kind, ...(station && { station }) } }
  },
  questions: {
    name: {
      free: true,
      read: (text) =>
        text.length <= 40 && !text.includes('\n') && !isQuiet(text) ? { name: text } : undefined,
    },
  },
  needs: 'admin',
  where: 'anywhere',
}
