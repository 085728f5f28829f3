import { namedPeriod } from './named-period.ts'

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
  by: { team: '按队：', station: '按站：', category: '按类别：', month: '按月：' },
  none: '未注明',
  /** At the end of the last line in a room. */
  rowsPrivately: '；分项已私信给你。',
  noRows: '没有已核实的记录。',
  row: (p: { name: string; hours: string; minutes: number; attendances: number }) =>
    `${p.name}：${p.hours} 小时（${p.minutes} 分钟），${p.attendances} 人次`,
  rest: (p: { count: number; hours: string; minutes: number; attendances: number }) =>
    `其余 ${p.count} 项：${p.hours} 小时（${p.minutes} 分钟），${p.attendances} 人次`,
}
