/** 统计 */
export const stats = {
  thisMonth: '本月',
  day: (p: { year: number; month: number; day: number }) => `${p.year}年${p.month}月${p.day}日`,
  notBegun: (p: { period: string }) => `${p.period}还没开始，没有数字。`,
  between: '、',
  header: (p: { period: string; from: string; to: string; scope: string; until: string }) =>
    `统计 ${p.period}（${p.from}至${p.to}），范围：${p.scope}，核实截至 ${p.until}`,
  people: (p: { registered: number; active: number; to: string }) =>
    `登记义工 ${p.registered} 人；活跃 ${p.active} 人（到${p.to}的一年里核实超过 5 小时）`,
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
  row: (p: { name: string; hours: string; minutes: number; attendances: number }) =>
    `${p.name}：${p.hours} 小时（${p.minutes} 分钟），${p.attendances} 人次`,
  rest: (p: { count: number; hours: string; minutes: number; attendances: number }) =>
    `其余 ${p.count} 项：${p.hours} 小时（${p.minutes} 分钟），${p.attendances} 人次`,
}
