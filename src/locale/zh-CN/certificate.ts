import { namedPeriod } from './named-period.ts'

/** 证明：聊天里的答复，和纸上的字。 */
export const certificate = {
  period: (p: { from: string; to: string }) => (p.from === p.to ? p.from : `${p.from}至${p.to}`),
  ready: (p: { number: string; period: string; time: string; url: string; minutes: number }) =>
    `你的志愿服务记录证明开好了：${p.period}，已核实 ${p.time}，编号 ${p.number}。\n请在 ${p.minutes} 分钟内打开下载，链接只能用一次：\n${p.url}\n过期了再说一次「证明」就行。`,
  nothing: (p: { period: string | undefined; waiting: string | undefined }) => {
    const period = p.period ? namedPeriod(p.period) : ''
    if (p.waiting)
      return `${period}还没有已核实的时长，开不了证明。你有 ${p.waiting} 在等社工核实，核实后再说「证明」就行。`
    return period
      ? `${period}没有已核实的时长，开不了证明。说「证明」可以开全部的。`
      : '还没有已核实的时长，开不了证明。参加活动后说「记时」，社工核实了就能开。'
  },
  withdrawn: (p: { numbers: readonly string[] }) =>
    `以前开的 ${p.numbers.join('、')} 因时长更正已撤回，请别再用。`,
  fileName: (p: { number: string }) => `志愿服务记录证明-${p.number}.pdf`,
  paper: {
    title: '志愿服务记录证明',
    number: (p: { number: string }) => `编号：${p.number}`,
    statement: (p: { name: string; volunteer: string; period: string; time: string; minutes: number }) =>
      `兹证明 ${p.name}（义工号 ${p.volunteer}）于 ${p.period} 参加志愿服务，经核实的服务时长共 ${p.time}（${p.minutes} 分钟）。`,
    content: '服务内容',
    date: '日期',
    activity: '活动',
    category: '类别',
    count: '次数',
    time: '时长',
    times: (p: { count: number }) => `${p.count} 次`,
    total: (p: { count: number }) => `合计 ${p.count} 次`,
    summarised: (p: { count: number }) => `共 ${p.count} 条记录，按服务类别汇总。`,
    unit: (p: { org: string }) => `记录单位：${p.org}`,
    handler: (p: { name: string }) => `经办人：${p.name}`,
    issued: (p: { date: string }) => `出具日期：${p.date}`,
    check: '扫描二维码可核对本证明的编号、期间、时长和状态：',
  },
}
