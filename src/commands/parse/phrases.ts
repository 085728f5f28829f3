import type { Action, Parsed } from '../../chat/message.ts'
import { takeDate } from '../../domain/time/take-date.ts'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Reading } from '../grammar.ts'
import { takeDays } from '../list/take-days.ts'
import { isAboutAnother } from './about-another.ts'
import { takeCode } from './take.ts'

type Suggestion = NonNullable<Parsed['suggestion']>
type Found = { code: string | undefined; minutes: number | undefined; text: string; reading: Reading }
type Phrase = {
  says: RegExp
  means: (found: Found) => Action
  as: string
  /** It is done to whoever says it, so a sentence about somebody else does not mean it. */
  forSelf?: boolean
}

/** Half-sentences are short; a longer text is a story, and the patterns below never see it. */
const longest = 60

/** Everyday half-sentences and the command somebody who says them probably wants. The first that fits counts. */
const phrases: readonly Phrase[] = [
  {
    says: /^(?:我们?|我已经|已经|我刚)?(?:到了|到啦|到达了|到现场了|到门口了|到集合点了)[。.!~]*(?: ?[aA] ?\d{1,7})?$|^i(?:'m| am| have| 've)? (?:here|arrived)\b/i,
    as: '签到',
    forSelf: true,
    means: ({ code }) => ({ command: 'checkin', args: code ? { code } : {} }),
  },
  {
    // At the beginning it is the command, whose words after it may be somebody's name.
    says: /(?<=.)请(?:个|一天|一次)?假/,
    as: '请假',
    forSelf: true,
    means: ({ code }) => ({ command: 'request-excuse', args: code ? { code } : {} }),
  },
  {
    says: /(?<=.)(?:晚|迟)(?:一?点|一?些|一会儿?)?到(?!的|了)|晚(?:一?点|一?些|一会儿?)来|running late|\b(?:come|be) late\b/i,
    as: '晚到',
    forSelf: true,
    means: ({ code, minutes }) => ({
      command: 'late',
      args: { ...(code && { code }), ...(minutes && { minutes }) },
    }),
  },
  {
    says: /来不了|去不了|到不了|参加不了|不能(?:来|去|到|参加)|没法(?:来|去)|没空(?:来|去)|有事(?:来|去)不|can(?:'t|not) (?:come|make it)/i,
    as: '取消',
    forSelf: true,
    means: ({ code, text, reading }) => {
      const date = anywhere(text, (rest) => takeDate(rest, { ...reading, toward: 'future' })?.date)
      return { command: 'cancel', args: { codes: code ? [code] : [], ...(date && !code && { date }) } }
    },
  },
  {
    // Only one's own: 把李秀英的A12取消 means somebody else.
    says: /^把 ?(?:我的?)? ?(?:[aA] ?\d{1,7})? ?的?(?:报名|名额)?(?:给|都)?(?:取消|退掉|退了)/,
    as: '取消',
    forSelf: true,
    means: ({ code }) => ({ command: 'cancel', args: { codes: code ? [code] : [] } }),
  },
  {
    says: /还有(?:没有)?(?:名额|位置|位子|空位)|还能报|还可以报|还收人吗|满了(?:吗|没)|any (?:places|spots) left/i,
    as: '活动',
    means: ({ code }) => ({ command: 'list', args: code ? { code } : {} }),
  },
  {
    says: /(?:在|去)?哪(?:里|儿)?(?:集合|见面|碰头|集中)|集合(?:地点|时间)|(?:地址|地点)(?:在哪|是哪)|怎么去|几点(?:开始|集合|到)|什么时候(?:开始|集合)|(?:要|需要)带(?:什么|啥)|where (?:do we|to) meet|what time/i,
    as: '活动',
    means: ({ code }) => (code ? { command: 'list', args: { code } } : { command: 'shifts', args: {} }),
  },
  {
    says: /(?:有谁|谁|哪些人|多少人|几个人)(?:已经)?(?:报名?了?名?|参加)|报名(?:的人|情况)|who (?:has )?signed up/i,
    as: '名单',
    means: ({ code }) => ({ command: 'roster', args: code ? { code } : {} }),
  },
  {
    says: /^(?:帮我|请)?记(?:一?下|了)? ?[\d一二两三四五六七八九十半]|(?:做|干|服务|帮忙?|去)了.{0,20}(?:小时|钟|分)|i (?:did|served|worked|helped) .{0,20}(?:hours?|h\b|min)/i,
    as: '记时',
    forSelf: true,
    means: ({ code, minutes }) => ({
      command: 'log',
      args: { ...(code && { code }), ...(minutes && { minutes }) },
    }),
  },
  {
    says: /(?:有|做了|攒了|积了|累计)多少(?:个)?(?:小时|时长|钟)|(?:我的|查一?下|查查)(?:服务)?时[长数间]|how many hours/i,
    as: '时长',
    means: () => ({ command: 'hours', args: {} }),
  },
  {
    says: /我(?:都)?(?:报名?了?名?|参加)了?(?:什么|哪些|哪个|啥)|我(?:要|得|该)去哪|what (?:did i sign|am i signed) up/i,
    as: '我的班次',
    means: () => ({ command: 'shifts', args: {} }),
  },
  {
    says: /(?:有|搞)(?:些|一些)?(?:什么|哪些|啥|没有?)(?:义工|志愿)?活动|(?:有|的)(?:义工|志愿)?活动(?:吗|么|没|没有)?\??$|(?:最近|这周|本周|下周|周末)(?:有)?(?:活动|什么可以)|what.{0,20}activities/i,
    as: '活动',
    means({ text, reading }) {
      const days = anywhere(text, (rest) => takeDays(rest, reading))
      return { command: 'list', args: days ? { from: days.from, to: days.to } : {} }
    },
  },
  {
    says: /(?:怎么|如何|想|想要|要|可以)(?:注册|登记|(?:当|做|成为|加入)(?:个|一名)?(?:义工|志愿者))|become a volunteer/i,
    as: '注册',
    means: () => ({ command: 'register', args: {} }),
  },
  {
    says: /(?:想|我要|我想要?|帮我|给我|算我|能)(?:去|来)?(?:参加|报名|报个名|报一下|一个)|怎么报名|i(?:'d| would) like to join|sign me up/i,
    as: '报名',
    forSelf: true,
    means: ({ code }) => ({ command: 'signup', args: { codes: code ? [code] : [] } }),
  },
  {
    says: /(?:开|拿|打印?|办|要|出|领|弄).{0,8}(?<!身份)证明|(?<!身份)证明.{0,6}(?:怎么|如何|哪里|哪儿|在哪)|(?:need|get|want|print).{0,12}certificate/i,
    as: '证明',
    means: () => ({ command: 'certificate', args: {} }),
  },
  {
    says: /(?:存|记|保留|收集)了我(?:的)?(?:什么|哪些|啥)|what do you (?:know|keep|store) about me/i,
    as: '我的数据',
    means: () => ({ command: 'my-data', args: {} }),
  },
  {
    says: /(?:注销|删掉?|删除)(?:我的)?(?:账号|帐号|账户|信息|资料|数据|个人信息)|(?:想|要|怎么|如何)注销|delete my (?:account|data)/i,
    as: '注销',
    means: () => ({ command: 'close-account', args: {} }),
  },
  {
    says: /(?:别|不要|不想)(?:再)?(?:给我)?(?:发|收到|收).{0,10}(?:通知|消息|信息|了)|stop sending/i,
    as: '退订',
    means: () => ({ command: 'stop', args: {} }),
  },
  {
    says: /(?:怎么|如何)(?:用|使用)|(?:能|会|可以)(?:干|做)(?:什么|啥|些什么)|你是谁|what can you do|who are you/i,
    as: '帮助',
    means: () => ({ command: 'help', args: {} }),
  },
]

/** What an everyday sentence probably asks for; the sender is asked, nothing is done. */
export function suggestPhrase(text: string, reading: Reading): Suggestion | undefined {
  if (text.length > longest) return undefined
  const phrase = phrases.find(({ says }) => says.test(text))
  if (!phrase) return undefined
  const before = text.slice(0, phrase.says.exec(text)?.index)
  if (phrase.forSelf && isAboutAnother(before, reading)) return undefined
  const code = anywhere(text, (rest) => takeCode(rest, 'A')?.value)
  const minutes = anywhere(text, (rest) => takeDuration(rest)?.minutes)
  const action = phrase.means({ code, minutes, text, reading })
  const said = [phrase.as, 'code' in action.args || 'codes' in action.args ? code : undefined]
  if (typeof action.args.minutes === 'number') said.push(`${action.args.minutes}分钟`)
  return { action, said: said.filter(Boolean).join(' '), reason: 'phrase' }
}

/** The first thing a reader finds when it begins at each character in turn. */
function anywhere<Value>(text: string, take: (rest: string) => Value | undefined): Value | undefined {
  for (let i = 0; i < text.length; i++) {
    const value = take(text.slice(i))
    if (value !== undefined) return value
  }
  return undefined
}
