import { namedPeriod } from './named-period.ts'

type Compared = { now: string; before: string; difference: string; rate: string | undefined }
const compared = ({ now, before, difference, rate }: Compared, unit: string) =>
  `${now} ${unit}，去年同期 ${before} ${unit}，${difference}${rate ? `（${rate} = ${difference} ÷ ${before}）` : ''}`

/** 统计 */
export const stats = {
  thisMonth: '本月',
  day: (p: { year: number; month: number; day: number }) => `${p.year}年${p.month}月${p.day}日`,
  notBegun: (p: { period: string }) => `${namedPeriod(p.period)}还没开始，没有数字。`,
  between: '、',
  header: (p: { period: string; from: string; to: string; scope: string; until: string }) =>
    `统计 ${namedPeriod(p.period)}（${p.from}至${p.to}），范围：${p.scope}，核实截至 ${p.until}`,
  /** `within`: of some teams only, where those who are active need not be members. */
  people: (p: { registered: number; active: number; to: string; within: boolean }) =>
    `登记义工 ${p.registered} 人${p.within ? '（这些队的成员）' : ''}；活跃 ${p.active} 人（到${p.to}的一年里${p.within ? '在这些队' : ''}核实超过 5 小时${p.within ? '，不一定是成员' : ''}）`,
  attendances: (p: { attendances: number; people: number }) =>
    `参与 ${p.attendances} 人次，来自 ${p.people} 人（按已核实的记录）`,
  served: (p: { served: number; activities: number }) =>
    `服务对象 ${p.served} 人次（${p.activities} 场已结项的活动）`,
  hours: (p: { hours: string; minutes: number; each: string; registered: number }) =>
    `核实 ${p.hours} 小时（${p.minutes} 分钟）；人均 ${p.each} 小时 = ${p.hours} ÷ 登记 ${p.registered} 人`,
  fullTime: (p: {
    value: string
    hours: string
    days: number
    hoursADay: number
    years: string
    denominator: string
  }) =>
    `折合全职 ${p.value} 人 = ${p.hours} 小时 ÷ ${p.denominator} 小时（${p.days} 天 × ${p.hoursADay} 小时 × ${p.years} 年）`,
  filled: (p: { rate: string; filled: number; places: number; activities: number }) =>
    `满员率 ${p.rate} = 有人的名额 ${p.filled} ÷ 名额 ${p.places}（已开始的 ${p.activities} 场活动）`,
  turnout: (p: { rate: string; came: number; expected: number; excused: number }) =>
    `到场率 ${p.rate} = 到场 ${p.came} ÷ 应到 ${p.expected}（请假 ${p.excused} 人次不算在内）`,
  /** 截至: signing up and coming are not kept by day. */
  leftOut: '满员率、到场率没有按天留底，带「截至」时不算；不说「截至」就有现在的。',
  lag: (p: { value: string; days: number; lines: number }) =>
    `从报时长到核实平均 ${p.value} 个工作日 = ${p.days} 个工作日 ÷ ${p.lines} 条记录`,
  load: (p: { value: string; attendances: number; socialWorkers: number }) =>
    `每位社工核实 ${p.value} 人次 = ${p.attendances} 人次 ÷ ${p.socialWorkers} 位社工`,
  before: (p: { from: string; to: string; until: string }) =>
    `同比 ${p.from}至${p.to}（核实截至 ${p.until}）：`,
  compared: {
    hours: (p: Compared) => `时长 ${compared(p, '小时')}`,
    attendances: (p: Compared) => `参与 ${compared(p, '人次')}`,
    people: (p: Compared) => `参与的人 ${compared(p, '人')}`,
    registered: (p: Compared) => `登记义工 ${compared(p, '人')}`,
  },
  by: {
    team: '按队：',
    station: '按站：',
    category: '按类别：',
    month: '按月：',
    verifier: '按核实的社工：',
  },
  none: '未注明',
  /** At the end of the last line in a room. */
  rowsPrivately: '；分项已私信给你。',
  morePrivately: '；其余的数字已私信给你。',
  noRows: '没有已核实的记录。',
  row: (p: { name: string; hours: string; minutes: number; attendances: number }) =>
    `${p.name}：${p.hours} 小时（${p.minutes} 分钟），${p.attendances} 人次`,
  rest: (p: { count: number; hours: string; minutes: number; attendances: number }) =>
    `其余 ${p.count} 项：${p.hours} 小时（${p.minutes} 分钟），${p.attendances} 人次`,
}
