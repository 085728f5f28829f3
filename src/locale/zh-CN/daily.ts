type Counts = { hours: number; report: number; request: number }

const counted = ({ hours, report, request }: Counts) =>
  [
    hours > 0 ? `时长 ${hours} 条` : '',
    report > 0 ? `反映 ${report} 件` : '',
    request > 0 ? `申请 ${request} 个` : '',
  ]
    .filter(Boolean)
    .join('、')
const some = ({ list, more }: { list: string; more: number }) =>
  `${list}${more > 0 ? `，还有 ${more} 个` : ''}`

/** 每个工作日早上的清单 */
export const daily = {
  between: '、',
  mine: (p: { day: string }) => `早上好，${p.day}有几件事等了很久：`,
  hours: (p: { list: string; more: number; days: number }) =>
    `超过 ${p.days} 个工作日没核实的时长：${some(p)}`,
  reports: (p: { list: string; more: number; days: number }) =>
    `超过 ${p.days} 个工作日没答复的反映：${some(p)}`,
  requests: (p: { list: string; more: number; days: number }) =>
    `等了 ${p.days} 个工作日以上的申请：${some(p)}`,
  activity: (p: { code: string; count: number }) => `${p.code} ${p.count} 条`,
  next: '说「待核」可以一件一件看。',
  pending: '待核',
  all: (p: Counts & { day: string }) =>
    `早上好，到${p.day}等了很久的：${counted(p)}。按社工（同一队的几位都算）：`,
  row: (p: Counts & { who: string }) => `${p.who}：${counted(p)}`,
  others: (p: { count: number }) => `还有 ${p.count} 位社工`,
  nobody: '没有社工负责的',
}
