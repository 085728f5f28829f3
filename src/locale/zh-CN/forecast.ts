/** 多久发完 */
export const forecast = {
  takes: (p: { minutes: number; end: string }) =>
    p.minutes <= 1 ? `一分钟内发完（${p.end}）。` : `大约 ${p.minutes} 分钟，${p.end} 前发完。`,
  held: (p: { from: string; until: string; when: string }) =>
    `${p.from}-${p.until} 不打扰大家，等到 ${p.when} 才开始发。`,
  urgent: (p: { from: string; until: string }) =>
    `活动等不到 ${p.until}，所以会在 ${p.from}-${p.until} 的休息时间里发，可能吵醒人。不急就别回「是」。`,
}
