/** 改期 */
export const reschedule = {
  askTime: (p: { code: string }) => `${p.code} 改到什么时候？例如「周六9:00-12:00」。`,
  past: (p: { when: string }) => `${p.when} 已经过去了。改到什么时候？例如「周六9:00-12:00」。`,
  begun: (p: { code: string }) => `${p.code} 已经开始了，不能改期。要再办就说「再发 ${p.code}」。`,
  check: (p: { what: string; was: string; to: string; told: number; colliding: number }) =>
    `要把 ${p.what} 从 ${p.was} 改到 ${p.to}，会告诉 ${p.told} 人。${p.colliding > 0 ? `其中 ${p.colliding} 人那时有别的活动。` : ''}\n回复「是」就改期。`,
  done: (p: { code: string; to: string; told: number }) =>
    `${p.code} 已改到 ${p.to}。${p.told > 0 ? `正在告诉 ${p.told} 人。` : ''}`,
  clash: (p: { name: string; number: string; other: string }) => `${p.name}（${p.number}，${p.other}）`,
  clashes: (p: { code: string; names: string }) => `这些人那时还报了别的活动，请和他们商量：${p.names}`,
  /** 给报了名或候补的人 */
  told: (p: { what: string; was: string; to: string; code: string }) =>
    `${p.what} 改期了：原来是 ${p.was}，现在是 ${p.to}。来不了就回复「取消 ${p.code}」。`,
}
