/** 排行 */
export const top = {
  thisYear: '今年',
  header: (p: { period: string; from: string; to: string; until: string }) =>
    `时长排行 ${p.period}（${p.from}至${p.to}），核实截至 ${p.until}`,
  line: (p: { place: number; who: string; hours: string; minutes: number }) =>
    `${p.place}. ${p.who}：${p.hours} 小时（${p.minutes} 分钟）`,
  nobody: '还没有已核实的记录。',
  restPrivately: '带姓名的名单已私信给你。',
}
