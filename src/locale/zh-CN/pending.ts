/** 待核 */
export const pending = {
  none: '没有等你答复的申请，也没有等你核实的时长。',
  header: (p: { requests: number; reports: number; groups: number; lines: number }) =>
    `待核：${[
      p.requests > 0 ? `${p.requests} 个申请` : '',
      p.reports > 0 ? `${p.reports} 件反映` : '',
      p.groups > 0 ? `${p.groups} 个活动，${p.lines} 条时长` : '',
    ]
      .filter(Boolean)
      .join('；')}`,
  group: (p: {
    code: string
    what: string
    count: number
    claimed: string
    planned: string
    attended: string | undefined
    attendances: number
    unclaimed: number
    differing: number
    seconding: number
  }) =>
    `${p.code} ${p.what}：${p.count} 条，报 ${p.claimed}，计划 ${p.planned}` +
    (p.attended ? `，签到 ${p.attended}（${p.attendances} 条）` : '') +
    (p.differing > 0 ? `，${p.differing} 条有出入` : '') +
    (p.unclaimed > 0 ? `，${p.unclaimed} 条未报` : '') +
    (p.seconding > 0 ? `，${p.seconding} 条等第二位社工` : ''),
  verifyAll: (p: { code: string }) => `核实 ${p.code} 全部`,
  nextRequest: (p: { request: string }) => `可以说「同意 ${p.request}」，或「不同意 ${p.request} 原因」。`,
  next: (p: { code: string }) => `可以说「核实 ${p.code} 全部」，或「核实 ${p.code}」看每一条。`,
}
