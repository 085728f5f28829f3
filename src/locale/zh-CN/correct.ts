type Facts = { entry: string; code: string; when: string; was: string; time: string; reason: string }

/** 更正 */
export const correct = {
  which: '更正哪一条？例如「更正 H55 2小时 记错了」。',
  notVerified: (p: { entry: string; state: string }) =>
    `${p.entry} ${p.state}，更正只用在核实过的时长上，没有改动。`,
  howLong: (p: { entry: string; time: string }) =>
    `${p.entry} 现在是 ${p.time}，应该是多久？例如「2小时」，都不算就说「0小时」。`,
  same: (p: { entry: string; time: string }) => `${p.entry} 现在就是 ${p.time}，没有改动。`,
  tooLong: (p: { entry: string; time: string }) =>
    `${p.entry} 从开始到结束只有 ${p.time}，没有改动。时间本身记错了，请先更正成 0小时，再「补录」。`,
  why: (p: { entry: string }) => `更正 ${p.entry} 的原因是什么？会告诉本人。`,
  dayFull: (p: { entry: string }) => `这样改，那一天核实的就超过 8 小时了，${p.entry} 没有改动。`,
  meanwhile: (p: { entry: string }) => `${p.entry} 刚刚被别人更正过，请看一下再说。`,
  done: (p: Facts) => `已更正 ${p.entry}（${p.when} ${p.code}）：${p.was} → ${p.time}，已告诉本人。`,
  told: (p: Facts) =>
    `${p.entry}（${p.when} ${p.code}）的时长更正了：${p.was} → ${p.time}。原因：${p.reason}。有疑问请联系负责的社工。`,
}
