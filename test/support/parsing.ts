import { commands } from '../../src/commands/index.ts'
import { createParser } from '../../src/commands/parse.ts'
import { normalise } from '../../src/chat/normalise.ts'
import type { Reading } from '../../src/commands/grammar.ts'

/** Tuesday, 24 November 2026, ten in the morning, with a few names that the texts use. */
export const reading: Reading = {
  now: Date.parse('2026-11-24T10:00:00+08:00'),
  zone: 'Asia/Shanghai',
  snapshot: {
    teams: ['南园队', '华强队', 'Nanyuan'],
    stations: ['园岭站'],
    categories: ['老人服务', '法律援助'],
  },
}

const parse = createParser(commands)

/** What the parser makes of a text as a phone sent it: addressed to the bot, or overheard in a group. */
export const parsed = (text: string, where: 'direct' | 'group') =>
  parse(normalise(text), { reading, addressed: where === 'direct' })

export const direct = (text: string) => parsed(text, 'direct')
export const inGroup = (text: string) => parsed(text, 'group')
