import type { Action, Parsed } from '../../chat/message.ts'
import { takeDate } from '../../domain/time/take-date.ts'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Reading } from '../grammar.ts'
import { takeCode } from './take.ts'

type Suggestion = NonNullable<Parsed['suggestion']>
type Found = { code: string | undefined; minutes: number | undefined; date: string | undefined }

/** Everyday half-sentences and the command somebody who says them probably wants. */
const phrases: { says: RegExp; means: (found: Found) => Action; as: string }[] = [
  {
    says: /来不了|去不了|参加不了|不能来|不能去|没法来|can'?t (?:come|make it)/i,
    means: ({ code, date }) => ({
      command: 'cancel',
      args: { codes: code ? [code] : [], ...(date && { on: date }) },
    }),
    as: '取消',
  },
  {
    says: /还有(?:名额|位置|位子)|还能报名|还可以报名|any places? left/i,
    means: ({ code }) => ({ command: 'list', args: code ? { code } : {} }),
    as: '活动',
  },
  {
    says: /在哪里?(?:集合|见面|碰头)|怎么去|几点(?:开始|集合)|什么时候开始|where (?:do we|to) meet|what time/i,
    means: ({ code }) => (code ? { command: 'list', args: { code } } : { command: 'shifts', args: {} }),
    as: '活动',
  },
  {
    says: /(?:我?想|我要|帮我|给我)(?:参加|报名|报个名)|i(?:'d| would) like to join|sign me up/i,
    means: ({ code }) => ({ command: 'signup', args: { codes: code ? [code] : [] } }),
    as: '报名',
  },
  {
    says: /(?:做了|干了|服务了|帮了).*(?:小时|钟|分)|i (?:did|served|worked) .*(?:hour|h\b|min)/i,
    means: ({ code, minutes }) => ({
      command: 'log',
      args: { ...(code && { code }), ...(minutes && { minutes }) },
    }),
    as: '记时',
  },
  {
    says: /(?:有|做了|攒了|积了)多少(?:小时|时长|钟)|我的时长|how many hours/i,
    means: () => ({ command: 'hours', args: {} }),
    as: '时长',
  },
  {
    says: /(?:最近|这周|本周|周末|有)(?:有)?(?:什么|哪些|啥)活动|what.*activities/i,
    means: () => ({ command: 'list', args: {} }),
    as: '活动',
  },
  {
    says: /我(?:报了|报名了|参加了)(?:什么|哪些|啥)|我(?:要|得)去哪|what did i sign up/i,
    means: () => ({ command: 'shifts', args: {} }),
    as: '我的班次',
  },
  {
    says: /(?:怎么|如何|想|要)(?:注册|登记|当义工|做义工|成为义工)|become a volunteer/i,
    means: () => ({ command: 'register', args: {} }),
    as: '注册',
  },
  {
    says: /有谁报名|谁报了名|报名(?:的人|名单)|多少人报名|who (?:has )?signed up/i,
    means: ({ code }) => ({ command: 'roster', args: code ? { code } : {} }),
    as: '名单',
  },
  {
    says: /(?:别|不要|不想)(?:再)?(?:给我)?(?:发|收到).*(?:通知|消息|信息)|stop sending/i,
    means: () => ({ command: 'stop', args: {} }),
    as: '退订',
  },
  {
    says: /(?:怎么|如何)(?:用|使用)|能(?:干|做)(?:什么|啥)|what can you do/i,
    means: () => ({ command: 'help', args: {} }),
    as: '帮助',
  },
]

/** What an everyday sentence probably asks for; the sender is asked, nothing is done. */
export function suggestPhrase(text: string, reading: Reading): Suggestion | undefined {
  const phrase = phrases.find(({ says }) => says.test(text))
  if (!phrase) return undefined
  const found = {
    code: anywhere(text, (rest) => takeCode(rest, 'A')?.value),
    minutes: anywhere(text, (rest) => takeDuration(rest)?.minutes),
    date: anywhere(text, (rest) => takeDate(rest, { ...reading, toward: 'future' })?.date),
  }
  const action = phrase.means(found)
  const said = [
    phrase.as,
    found.code,
    found.minutes && phrase.as === '记时' ? `${found.minutes}分钟` : undefined,
  ]
  return { action, said: said.filter(Boolean).join(' '), reason: 'phrase' }
}

/** The first thing a reader finds when it begins at each character of a short text in turn. */
function anywhere<Value>(text: string, take: (rest: string) => Value | undefined): Value | undefined {
  for (let i = 0; i < Math.min(text.length, 60); i++) {
    const value = take(text.slice(i))
    if (value !== undefined) return value
  }
  return undefined
}
