/** 核实 */
export const verify = {
  whichActivity: '核实哪个活动？例如「核实 A12 全部」。「待核」看看有哪些。',
  seePending: '待核',
  outOfScope: (p: { code: string; team: string }) =>
    p.team
      ? `${p.code} 由负责「${p.team}」的社工来核实，请联系他们。`
      : `${p.code} 由负责全部的社工来核实，请联系他们。`,
  nothing: (p: { code: string }) => `${p.code} 没有等你核实的时长。「待核」看看有哪些。`,
  noLine: (p: { who: string; code: string }) =>
    `${p.code} 没有「${p.who}」待核实的时长，这次都没有动。请核对姓名或义工号。`,
  which: (p: { code: string; count: number }) =>
    `${p.code} 有 ${p.count} 条待核。回复「全部」，或名字，或「除 某某」。`,
  line: (p: {
    entry: string
    name: string
    time: string
    planned: string | undefined
    attended: string | undefined
    unclaimed: boolean
    correction: boolean
  }) => {
    const beside = [
      ...(p.planned ? [`计划 ${p.planned}`] : []),
      ...(p.attended ? [`签到 ${p.attended}`] : []),
      ...(p.unclaimed ? ['未报'] : []),
      ...(p.correction ? ['补录'] : []),
    ]
    return `${p.entry} ${p.name} ${p.time}${beside.length > 0 ? `（${beside.join('，')}）` : ''}`
  },
  all: '全部',
  moreThanClaimed: (p: { entry: string; claimed: string }) =>
    `${p.entry} 报的是 ${p.claimed}，核实的不能更多，这次都没有动。`,
  done: (p: { code: string; count: number; time: string; minutes: number }) =>
    `已核实 ${p.code}：${p.count} 条，共 ${p.time}（${p.minutes} 分钟）。`,
  named: (p: { name: string; time: string; claimed: string | undefined }) =>
    `${p.name} ${p.time}${p.claimed ? `（报 ${p.claimed}）` : ''}`,
  between: '、',
  needsSecond: (p: { entries: string }) =>
    `${p.entries} 让当天超过 8 小时，还要另一位社工核实，已留在待核里。`,
  own: (p: { entries: string }) => `${p.entries} 是你自己的，由别的社工来核实。`,
  more: (p: { code: string }) => `一次核实 200 条，还有没核实的：再说一次「核实 ${p.code} 全部」。`,
  told: (p: { when: string; code: string; time: string; claimed: string | undefined; entry: string }) =>
    `已核实：${p.when} ${p.code} ${p.time}${p.claimed ? `（你报 ${p.claimed}）` : ''}（${p.entry}），谢谢你！`,
}
