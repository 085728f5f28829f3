/** 撤回 */
export const withdraw = {
  which: (p: { code: string }) => `撤回哪一个？请带上编号，例如「撤回 ${p.code}」。`,
  already: (p: { code: string }) => `${p.code} 已经停下来了，没有再发。「广播状态 ${p.code}」看发出了多少。`,
  stopped: (p: { code: string; sent: number; leaving: number; stopped: number }) =>
    `${p.code} 已撤回：停下 ${p.stopped} 条没发的，撤回前已发出 ${p.sent} 条${p.leaving > 0 ? `，还有 ${p.leaving} 条正在路上，收不回来` : ''}。`,
  tooLate: (p: { code: string; sent: number }) =>
    `${p.code} 已经发完了（${p.sent} 条），没有可以停下的。要更正，可以再广播一次。`,
}
