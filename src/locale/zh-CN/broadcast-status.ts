/** 广播状态 */
export const broadcastStatus = {
  none: (p: { code: string }) => `没有找到你能看的广播 ${p.code}。说「广播状态」看最近的。`,
  noneYet: '你还没有发过召集或广播。',
  head: (p: { code: string; activity: string | undefined; audience: string; at: string }) =>
    `${p.code} ${p.activity ? `召集 ${p.activity}` : '广播'}，发给 ${p.audience}，${p.at}`,
  counts: (p: { total: number; sent: number; failed: number; unknown: number; waiting: number }) =>
    `共 ${p.total} 条：已发出 ${p.sent}，失败 ${p.failed}，不明 ${p.unknown}，等待 ${p.waiting}`,
  withdrawn: (p: { count: number }) => `已撤回：${p.count} 条没有再发`,
  dropped: (p: { why: string }) => `没有发：${p.why}`,
  end: (p: { end: string }) => `大约 ${p.end} 前发完`,
  late: (p: { count: number }) => `过了时间还没发出 ${p.count} 条`,
  reasons: (p: { parts: string }) => `失败的原因：${p.parts}`,
  refused: (p: { count: number }) => `对方平台没有收 ${p.count} 条`,
}
