/** 结项 */
export const close = {
  which: '结项哪个活动？回复编号，例如「A12」。',
  notYours: (p: { code: string; team: string | undefined }) =>
    `${p.code} 由${p.team ?? '负责全部'}的社工来结项，请联系他们。`,
  notOver: (p: { code: string }) => `${p.code} 还没结束，结束后再结项。`,
  askServed: (p: { code: string }) => `${p.code} 服务了多少人次？例如「120人」。`,
  same: (p: { code: string; served: number }) => `${p.code} 已经结项，服务对象 ${p.served} 人次，没有改动。`,
  check: (p: { code: string; was: number; served: number }) =>
    `${p.code} 原来记的是服务对象 ${p.was} 人次，要改成 ${p.served} 人次吗？回复「是」就改。`,
  done: (p: { code: string; served: number; was: number | undefined }) =>
    `${p.code} 已结项，服务对象 ${p.served} 人次${p.was === undefined ? '' : `（原来是 ${p.was}）`}，会算进「统计」。`,
}
