import { z } from 'zod'
import { type Role, roleNames, type Scope } from '../../domain/roles.ts'
import { readWideYes } from '../answers.ts'
import { numberQuestion } from '../ask-which.ts'
import type { Grammar, Snapshot } from '../grammar.ts'
import { readPersonName } from '../parse/person-name.ts'
import { words } from '../parse/take.ts'

const scopeShape = z.union([
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('station'), name: z.string().max(80) }),
  z.object({ kind: z.literal('team'), name: z.string().max(80) }),
])
const shape = z.object({
  who: z.string().max(40).optional(),
  role: z.enum(roleNames).optional(),
  scope: scopeShape.optional(),
  confirm: z.boolean().optional(),
})

const roleWords = new Map<string, Role>([
  ['义工', 'volunteer'],
  ['志愿者', 'volunteer'],
  ['队员', 'volunteer'],
  ['volunteer', 'volunteer'],
  ['member', 'volunteer'],
  ['队长', 'leader'],
  ['leader', 'leader'],
  ['社工', 'socialWorker'],
  ['social-worker', 'socialWorker'],
  ['socialworker', 'socialWorker'],
  ['管理员', 'admin'],
  ['admin', 'admin'],
])
const everywhere = new Set(['全部', '所有', 'all'])

/** `授权 张三 社工 南园队`: a role for a scope. */
export const grantGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'grant',
  words: { 'zh-CN': ['授权'], en: ['grant'] },
  shape,
  read(rest, { snapshot }) {
    if (rest === '') return { args: {}, loose: true }
    const said = words(rest.replace(/social worker/i, 'social-worker'))
    const known = said.map((word) => ({ word, role: roleOf(word), scope: scopeOf(word, snapshot) }))
    const roles = known.filter(({ role }) => role)
    const scopes = known.filter(({ scope }) => scope)
    if (roles.length > 1 || scopes.length > 1) return undefined
    const at = known.findIndex(({ role }) => role)
    const isLeft = ({ role, scope }: (typeof known)[number]) => !role && !scope
    const before = known.slice(0, at === -1 ? undefined : at).filter(isLeft)
    const after = at === -1 ? [] : known.slice(at).filter(isLeft)
    const name = before.length > 0 ? before : after.splice(0, 1)
    const who = readPersonName(name.map(({ word }) => word).join(' '))
    const unknown = after.map(({ word }) => word).join(' ')
    if (!who || unknown.length > 80 || (unknown && scopes.length > 0)) return undefined
    const scope = scopes[0]?.scope ?? unknownScope(unknown)
    const role = roles[0]?.role
    const whole = role !== undefined && scopes.length > 0
    return { args: { who, ...(role && { role }), ...(scope && { scope }) }, loose: !whole }
  },
  questions: {
    who: numberQuestion,
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

function roleOf(word: string): Role | undefined {
  return roleWords.get(word.toLowerCase())
}

function scopeOf(word: string, { teams, stations }: Snapshot): Scope | undefined {
  if (everywhere.has(word.toLowerCase())) return { kind: 'all' }
  if (teams.includes(word)) return { kind: 'team', name: word }
  return stations.includes(word) ? { kind: 'station', name: word } : undefined
}

/** A scope said but not known is never dropped: an admin of 华强对 must not become one of everything. */
function unknownScope(name: string): Scope | undefined {
  if (name === '') return undefined
  return { kind: name.endsWith('站') ? 'station' : 'team', name }
}
