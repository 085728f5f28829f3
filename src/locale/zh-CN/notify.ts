/** 通知 */
export const notify = {
  askWords: (p: { code: string }) => `要对 ${p.code} 报了名的人说什么？`,
  nobody: (p: { code: string }) => `${p.code} 还没有别人报名，没有可以通知的人。`,
  check: (p: { count: number; text: string }) =>
    `会发给已报名的 ${p.count} 人：\n${p.text}\n回复「是」就发出去。`,
  words: (p: { what: string; words: string }) => `【通知】${p.what}：${p.words}`,
  done: (p: { code: string; count: number }) => `正在通知 ${p.code} 的 ${p.count} 人。`,
}
