import { z } from 'zod'
import { type Role, roleNames, type Scope } from '../../domain/roles.ts'
import { readWideYes } from '../answers.ts'
import type { Grammar } from '../grammar.ts'
import { words } from '../parse/take.ts'

const scope = z.union([
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('station'), name: z.string() }),
  z.object({ kind: z.literal('team'), name: z.string() }),
])
const shape = z.object({
  who: z.string().max(40).optional(),
  role: z.enum(roleNames).optional(),
  scope: scope.optional(),
  confirm: z.boolean().optional(),
})

const roleWords: Record<string, Role> = {
  义工: 'volunteer',
  志愿者: 'volunteer',
  队员: 'volunteer',
  volunteer: 'volunteer',
  member: 'volunteer',
  队长: 'leader',
  leader: 'leader',
  社工: 'socialWorker',
  'social-worker': 'socialWorker',
  socialworker: 'socialWorker',
  管理员: 'admin',
  admin: 'admin',
}
const everywhere = new Set(['全部', '所有', 'all'])

/** `授权 张三 社工 南园队`: a role for a scope. */
export const grantGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'grant',
  words: { 'zh-CN': ['授权'], en: ['grant'] },
  shape,
  read(rest, { snapshot }) {
    if (rest === '') return { args: {}, loose: true }
    const said = words(rest.replace(/social worker/i, 'social-worker'))
    const role = said.map((word) => roleWords[word.toLowerCase()]).find(Boolean)
    const scopeOf = (word: string): Scope | undefined => {
      if (everywhere.has(word.toLowerCase())) return { kind: 'all' }
      if (snapshot.teams.includes(word)) return { kind: 'team', name: word }
      return snapshot.stations.includes(word) ? { kind: 'station', name: word } : undefined
    }
    const found = said.map(scopeOf).find(Boolean)
    const left = said.filter((word) => !roleWords[word.toLowerCase()] && !scopeOf(word))
    const who = /^v\d+$/i.test(left[0] ?? '') ? left[0]?.toUpperCase() : left.join(' ')
    if (!who || who.length > 40) return undefined
    const whole = role !== undefined && found !== undefined
    return { args: { who, ...(role && { role }), ...(found && { scope: found }) }, loose: !whole }
  },
  questions: {
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'admin',
  where: 'anywhere',
}
