import { takeDate } from '../../../domain/time/take-date.ts'
import { takeDays } from '../../list/take-days.ts'
import { anywhere, type Phrase } from './phrase.ts'

/** What volunteers say of activities and their own part in them. */
export const takingPart: readonly Phrase[] = [
  {
    says: /^(?:我们?|我已经|已经|我刚)?(?:到了|到啦|到达了|到现场了|到门口了|到集合点了)[。.!~]*(?: ?[aA] ?\d{1,7})?$|^i(?:'m| am| have| 've)? (?:here|arrived)\b/i,
    forSelf: true,
    means: ({ code }) => ({ command: 'checkin', args: code ? { code } : {} }),
  },
  {
    // At the beginning it is the command, whose words after it may be somebody's name.
    says: /(?<=.)请(?:个|一天|一次)?假/,
    forSelf: true,
    means: ({ code }) => ({ command: 'request-excuse', args: code ? { code } : {} }),
  },
  {
    says: /(?<=.)(?:晚|迟)(?:一?点|一?些|一会儿?)?到(?!的|了)|^晚(?:一?点|一?些|一会儿?)到|^(?:路上)?(?:堵车|塞车)了?[。!]*$|^(?:我|路上).{0,4}(?:堵车|塞车|堵住|堵在)|晚(?:一?点|一?些|一会儿?)来|running late|\b(?:come|be) late\b|stuck in traffic/i,
    forSelf: true,
    means: ({ code, minutes }) => ({
      command: 'late',
      args: { ...(code && { code }), ...(minutes && { minutes }) },
    }),
  },
  {
    says: /来不了|去不了|到不了|参加不了|不能(?:来|去|到|参加)|没法(?:来|去)|没空(?:来|去)|有事(?:来|去)不|can(?:'t|not) (?:come|make it)/i,
    forSelf: true,
    means: ({ code, text, reading }) => {
      const date = anywhere(text, (rest) => takeDate(rest, { ...reading, toward: 'future' })?.date)
      return { command: 'cancel', args: { codes: code ? [code] : [], ...(date && !code && { date }) } }
    },
  },
  {
    // Only one's own: 把李秀英的A12取消 means somebody else.
    says: /^把 ?(?:我的?)? ?(?:[aA] ?\d{1,7})? ?的?(?:报名|名额)?(?:给|都)?(?:取消|退掉|退了)/,
    forSelf: true,
    means: ({ code }) => ({ command: 'cancel', args: { codes: code ? [code] : [] } }),
  },
  {
    says: /还有(?:没有)?(?:名额|位置|位子|空位)|还能报|还可以报|还收人吗|还?(?:缺|差|要)人吗|满了(?:吗|没)|any (?:places|spots) left/i,
    means: ({ code }) => ({ command: 'list', args: code ? { code } : {} }),
  },
  {
    says: /(?:在|去)?哪(?:里|儿)?(?:集合|见面|碰头|集中)|集合(?:地点|时间)|(?:地址|地点)(?:在哪|是哪)|怎么去|几点(?:开始|集合|到)|什么时候(?:开始|集合)|(?:要|需要)带(?:什么|啥)|where (?:do we|to) meet|what time/i,
    means: ({ code }) => (code ? { command: 'list', args: { code } } : { command: 'shifts', args: {} }),
  },
  {
    says: /(?:有谁|谁|哪些人|多少人|几个人)(?:已经)?(?:报名?了?名?|参加)|报名(?:的人|情况)|who (?:has )?signed up|(?:谁|哪些人|哪几个)(?:还|都)?没有?(?:来|到|签到)|签到(?:情况|了多少)|who (?:has(?:n't| not)|did(?:n't| not)) (?:yet )?(?:checked? in|come|shown? up)|who is missing/i,
    means: ({ code }) => ({ command: 'roster', args: code ? { code } : {} }),
  },
  {
    says: /^(?:帮我|请)?记(?:一?下|了)? ?[\d一二两三四五六七八九十半]|(?:做|干|服务|帮忙?|去)了.{0,20}(?:小时|钟|分)|i (?:did|served|worked|helped) .{0,20}(?:hours?|h\b|min)/i,
    forSelf: true,
    means: ({ code, minutes }) => ({
      command: 'log',
      args: { ...(code && { code }), ...(minutes && { minutes }) },
    }),
  },
  {
    says: /(?:有|做了|攒了|积了|累计)多少(?:个)?(?:小时|时长|钟)|(?:我的|查一?下|查查)(?:服务)?时[长数间]|how many hours/i,
    means: () => ({ command: 'hours', args: {} }),
  },
  {
    says: /我(?:都)?(?:报名?了?名?|参加)了?(?:什么|哪些|哪个|啥)|我(?:要|得|该)去哪|what (?:did i sign|am i signed) up/i,
    means: () => ({ command: 'shifts', args: {} }),
  },
  {
    says: /(?:有|搞)(?:些|一些)?(?:什么|哪些|啥|没有?)(?:义工|志愿)?活动|(?:有|的)(?:义工|志愿)?活动(?:吗|么|没|没有)?\??$|(?:最近|这周|本周|下周|周末)(?:有)?(?:活动|什么可以)|what.{0,20}activities/i,
    means({ text, reading }) {
      const days = anywhere(text, (rest) => takeDays(rest, reading))
      return { command: 'list', args: days ? { from: days.from, to: days.to } : {} }
    },
  },
  {
    says: /(?:怎么|如何|想|想要|要|可以)(?:注册|登记|(?:当|做|成为|加入)(?:个|一名)?(?:义工|志愿者))|become a volunteer/i,
    means: () => ({ command: 'register', args: {} }),
  },
  {
    says: /(?:想|我要|我想要?|帮我|给我|算我|能)(?:去|来)?(?:参加|报名|报个名|报一下|一个)|怎么报名|i(?:'d| would) like to join|sign me up/i,
    forSelf: true,
    means: ({ code }) => ({ command: 'signup', args: { codes: code ? [code] : [] } }),
  },
]
