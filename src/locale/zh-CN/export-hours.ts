type Notes = {
  period: string
  scope: string
  made: Date
  lines: number
  counted: number
  minutes: number
}

/** 导出 时长：聊天里的答复，和表里的字。 */
export const exportHours = {
  askPeriod: '导出哪段时间的时长？例如「上个月」「2026-10」「2026」。',
  lastMonth: '上个月',
  ready: (p: { period: string; url: string; minutes: number }) =>
    `${p.period}的时长明细准备好了，请在 ${p.minutes} 分钟内打开，链接只能用一次。里面有姓名，请妥善保管：\n${p.url}`,
  fileName: (p: { from: string; to: string }) => `时长-${p.from}-${p.to}.xlsx`,
  sheets: { lines: '明细', notes: '说明' },
  columns: [
    '编号',
    '义工号',
    '姓名',
    '活动编号',
    '活动',
    '服务类别',
    '队',
    '站',
    '日期',
    '申报分钟',
    '计划分钟',
    '签到分钟',
    '计入分钟',
    '状态',
    '核实人',
    '核实时间',
    '更正哪一条',
    '说明',
  ],
  notes: (p: Notes): [string, string | number | Date][] => [
    ['时间', p.period],
    ['范围', p.scope],
    ['导出于', p.made],
    ['明细条数', p.lines],
    ['其中已核实', p.counted],
    ['已核实分钟', p.minutes],
    ['怎么算', '只有状态是已核实的行计入；更正是另一行，写的是相差的分钟，和原来那一行合起来算。'],
  ],
}
