import { z } from 'zod'
import { type Role, roleNames, type Scope } from '../domain/roles.ts'
import type { Snapshot } from './grammar.ts'
import { readPersonName } from './parse/person-name.ts'
import { words } from './parse/take.ts'

const scopeShape = z.union([
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('station'), name: z.string().max(80) }),
  z.object({ kind: z.literal('team'), name: z.string().max(80) }),
])

/** Somebody and a role for a scope, as far as it was said; what `授权` and `撤权` keep between question and answer. */
export const heldRoleShape = z.object({
  who: z.string().max(40).optional(),
  role: z.enum(roleNames).optional(),
  scope: scopeShape.optional(),
  confirm: z.boolean().optional(),
})

type HeldRoleRead = { args: z.infer<typeof heldRoleShape>; loose: boolean }

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

/**
 * Reads `张三 社工 南园队` in any order of role and scope. `loose` while the role or a scope that is known is missing.
 * Undefined when nobody is named or something is said twice. Said without spaces (`张三社工南园队`) it is taken apart at
 * words that are known, and is loose then too.
 */
export function readHeldRole(rest: string, snapshot: Snapshot): HeldRoleRead | undefined {
  const said = words(rest.replace(/social worker/i, 'social-worker'))
  const plain = readWords(said, snapshot)
  if (plain && !plain.loose) return plain
  const apart = said.flatMap((word) => takeApart(word, snapshot))
  const glued = apart.length > said.length ? readWords(apart, snapshot) : undefined
  return glued && !glued.loose ? { ...glued, loose: true } : plain
}

/** `张三社工南园队` in its words: who, then a role and a scope in either order. */
function takeApart(word: string, { teams, stations }: Snapshot): string[] {
  const scopes = [...teams, ...stations, ...everywhere]
  const roles = [...roleWords.keys()]
  for (const [middle, last] of [
    [roles, scopes],
    [scopes, roles],
  ] as const) {
    const end = endOf(word, last)
    const before = end && word.slice(0, -end.length)
    const inside = before && endOf(before, middle)
    if (end && before && inside) return [before.slice(0, -inside.length), inside, end].filter(Boolean)
  }
  return [word]
}

/** The longest of some words that a text ends with. */
const endOf = (text: string, known: readonly string[]): string | undefined =>
  known.filter((one) => text.endsWith(one)).toSorted((a, b) => b.length - a.length)[0]

function readWords(said: readonly string[], snapshot: Snapshot): HeldRoleRead | undefined {
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
