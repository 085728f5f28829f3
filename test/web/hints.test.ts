import { expect, test } from 'vitest'
import { bindGrammar } from '../../src/commands/bind/grammar.ts'
import { claimGrammar } from '../../src/commands/claim/grammar.ts'
import { grantGrammar } from '../../src/commands/grant/grammar.ts'
import { helpGrammar } from '../../src/commands/help/grammar.ts'
import { hoursGrammar } from '../../src/commands/hours/grammar.ts'
import { listGrammar } from '../../src/commands/list/grammar.ts'
import { createParser } from '../../src/commands/parse.ts'
import type { AnyGrammar } from '../../src/commands/parse/word-index.ts'
import { pendingGrammar } from '../../src/commands/pending/grammar.ts'
import { postGrammar } from '../../src/commands/post/grammar.ts'
import { registerGrammar } from '../../src/commands/register/grammar.ts'
import { statsGrammar } from '../../src/commands/stats/grammar.ts'
import { teamGrammar } from '../../src/commands/team/grammar.ts'
import { hintsFor } from '../../src/web/playground/hints.ts'

const grammars: AnyGrammar[] = [
  bindGrammar,
  claimGrammar,
  grantGrammar,
  helpGrammar,
  hoursGrammar,
  listGrammar,
  pendingGrammar,
  postGrammar,
  registerGrammar,
  statsGrammar,
  teamGrammar,
]
const parse = createParser(grammars)
const reading = {
  now: Date.parse('2026-11-24T02:00:00Z'),
  zone: 'Asia/Shanghai',
  snapshot: { teams: ['南园队'], stations: [], categories: ['老人服务'] },
}
const claimCode = 't3NpzWbEfwWND9lJ1MTN-QytkRY'

const direct = {
  volunteer: ['register', 'list', 'hours', 'help'],
  socialWorker: ['register', 'post', 'pending', 'help'],
  admin: ['claim', 'register', 'team', 'grant', 'stats', 'help'],
} as const
/** The small talk is there to be ignored. */
const inRoom = {
  volunteer: ['list', 'nothing', 'help'],
  socialWorker: ['bind', 'list', 'nothing'],
  admin: ['bind', 'list', 'nothing'],
} as const

const cases = (['zh-CN', 'en'] as const).flatMap((locale) =>
  (['volunteer', 'socialWorker', 'admin'] as const).flatMap((role) =>
    [false, true].map((room) => ({ locale, role, room })),
  ),
)

test.each(cases)('what $role is offered to try in $locale (room: $room) is understood', (where) => {
  const { locale, role, room } = where
  const hints = hintsFor({ person: { id: 'one', name: '王桂香', role }, room, claimCode, locale })
  const commands = hints.map(({ say, mention }) => {
    const { actions } = parse(say, { reading, addressed: !room || mention === true })
    return actions.map(({ command }) => command).join() || 'nothing'
  })
  expect(commands).toEqual((room ? inRoom : direct)[role])
})

test('the claim code is offered to the admin alone, and only while there is one', () => {
  const said = (role: 'volunteer' | 'admin', code: string | undefined) =>
    hintsFor({ person: { id: 'x', name: 'x', role }, room: false, claimCode: code, locale: 'zh-CN' }).map(
      ({ say }) => say,
    )
  expect(said('admin', claimCode)).toContain(`认领 ${claimCode}`)
  expect(said('volunteer', claimCode).join()).not.toContain(claimCode)
  expect(said('admin', undefined).join()).not.toContain('认领')
})
