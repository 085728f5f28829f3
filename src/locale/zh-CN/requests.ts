/** 同意、不同意，和等第二个人的话的事。 */
export const requests = {
  which: '同意哪一件？请带上编号，例如「同意 Q3」。「待核」看看有哪些。',
  list: '待核',
  none: (p: { request: string }) => `没有等你答复的 ${p.request}。「待核」看看有哪些。`,
  own: (p: { request: string }) => `${p.request} 是你自己的，要由别人来答复。`,
  settled: (p: { request: string }) => `${p.request} 已经有答复了，没有改动。`,
  why: (p: { request: string }) => `不同意 ${p.request} 的原因是什么？会告诉本人。`,
  asked: (p: { request: string; what: string }) =>
    `${p.request}：${p.what}。回复「同意 ${p.request}」或「不同意 ${p.request} 原因」。`,
  agree: (p: { request: string }) => `同意 ${p.request}`,
  disagree: (p: { request: string }) => `不同意 ${p.request}`,
  line: (p: { request: string; what: string }) => `${p.request} ${p.what}`,
}
