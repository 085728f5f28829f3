import { takePeriod } from '../../../domain/time/take-period.ts'
import { aboutCode, anywhere, type Found, type Phrase } from './phrase.ts'

const period = ({ text, reading }: Found): Record<string, unknown> => {
  const found = anywhere(text, (rest) => takePeriod(rest, reading)?.period)
  return found ? { period: found } : {}
}

/** What leaders, social workers and admins say; all of it is asked back, and told to nobody who may not. */
export const leading: readonly Phrase[] = [
  {
    says: /^(?:把|将)? ?[aA] ?\d{1,7} ?再(?:发|办)|再(?:发|办|搞|来)(?:布)?(?:一?(?:次|遍|个|场))?.{0,8}(?:活动|上次|上周)|(?:上周|上次)的?(?:那个)?活动(?:再|重新)(?:发|办|搞)|post .{0,20}again|repeat last week/i,
    means: (found) => ({ command: 'repost', args: aboutCode(found) }),
  },
  {
    says: /^(?:时长)?排名[。!?]*$|(?:谁|哪个|哪位).{0,6}(?:时长|时间|小时)最(?:多|长)|谁.{0,4}(?:做|干|服务)得?最多|时长(?:前|最多)|who (?:has|served|did) the most/i,
    means: (found) => ({ command: 'top', args: period(found) }),
  },
  {
    says: /(?:服务|帮助|慰问|探访)了?多少(?:个|位)?(?:人|老人|居民|次)|多少人次|^(?:看|出|要|拉|做)?(?:一?[份个下张])?(?:周|月|季|年|数据)?(?:度)?报表|how many people .{0,12}(?:serve|help|reach)|people served|monthly (?:figures|numbers)/i,
    means: (found) => ({ command: 'stats', args: period(found) }),
  },
  {
    says: /(?:有|还有)(?:哪些|什么|多少|啥|没有)?(?:事|活|东西)?(?:是|需)?要?我?(?:待办|要(?:我)?(?:处理|审核|审批|核实|批|办|答复))|(?:有|还有)(?:什么|哪些|多少|没有)待办|^我的待办|^待办(?:事项)?$|(?:时长|申请)(?:要|还没)(?:审核|审批|核)|what(?:'s| is) waiting for me|my (?:tasks|to-?dos?)|anything to (?:approve|handle|verify)/i,
    either: ['pending', 'shifts'],
  },
  {
    says: /(?:人手|人)不够(?![用意])|(?:还|正)?(?:缺|差)(?:\d+|几|两|三)?个?人(?!吗|么|\?)|(?:need|short of) (?:more )?(?:people|volunteers|hands)/i,
    either: ['call', 'remind'],
  },
  {
    says: /活动(?:要|得|先)?(?:不(?:办|搞|做)了|办不了|(?:要|得)(?:取消|推迟|延期))|(?:推迟|延期)(?:一|到|举行|举办)|call off the|postpone/i,
    either: ['call-off', 'reschedule'],
  },
  {
    says: /(?:通知|告诉|跟)(?:一下)?大家|(?:给|往)(?:各|所有|全部)?.{0,4}群(?:里)?发(?:个|一)?(?:通知|消息)|tell every(?:body|one)/i,
    either: ['notify', 'broadcast'],
  },
  {
    says: /(?:时长|服务)(?:记录|明细|数据)?(?:的)?(?:excel|表格|明细表|导出来)|导(?:出|一)?(?:个|份|下)?(?:excel|表)|hours .{0,12}(?:spreadsheet|excel)/i,
    either: ['export-hours'],
  },
  {
    says: /(?:设|任命|让|请|加).{1,6}(?:当|做|为|成)(?:队长|社工|管理员)|make .{1,20} (?:a )?(?:leader|admin|social worker)/i,
    either: ['grant'],
  },
  {
    says: /(?:帮|给|替).{1,5}补(?:录|记|登)?(?:一?下)?(?:时长|小时|时间)|add hours for/i,
    either: ['add-hours'],
  },
]
