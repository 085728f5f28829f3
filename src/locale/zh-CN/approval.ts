/** 发到很多群要另一位社工同意。 */
export const approval = {
  asked: (p: { code: string; request: string; rooms: number; most: number; told: number; until: string }) =>
    `${p.code} 要发到 ${p.rooms} 个群，超过 ${p.most} 个要另一位社工同意（${p.request}）。${p.told > 0 ? '已经问了他们' : '现在找不到别的社工，请联系管理员'}；${p.until} 前没人同意就不发。`,
  grown: (p: { asked: string }) => `时间到了，不过群比定的时候多：${p.asked}`,
  before: (p: { most: number }) => `超过 ${p.most} 个群，要另一位社工同意了才发。`,
  request: (p: {
    who: string
    code: string
    audience: string
    rooms: number
    people: number
    text: string
  }) => `${p.who} 想发 ${p.code} 给 ${p.audience}（${p.rooms} 个群、私信 ${p.people} 人）「${p.text}」`,
  gone: (p: { code: string }) => `${p.code} 已经撤回、过期或发出了，没有改动。`,
  notSent: (p: { code: string; why: string }) => `${p.code} 没有发：${p.why}。`,
  agreed: (p: { code: string; when: string | undefined }) =>
    `同意了，${p.code} ${p.when ? `会在 ${p.when} 发` : '开始发'}，已告诉本人。`,
  granted: (p: { code: string; when: string | undefined }) =>
    `${p.code} 得到同意，${p.when ? `会在 ${p.when} 发` : '开始发了'}。可说「广播状态 ${p.code}」。`,
  refused: (p: { code: string }) => `没有同意 ${p.code}，不发了，已告诉本人。`,
  notGranted: (p: { code: string; reason: string | undefined }) =>
    `${p.code} 没有得到同意，不发了${p.reason ? `：${p.reason}` : ''}。改好了可以再发一次。`,
  waits: (p: { until: string | undefined }) => `等另一位社工同意${p.until ? `，定在 ${p.until} 发` : ''}`,
}
