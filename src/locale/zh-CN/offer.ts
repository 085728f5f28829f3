/** A place offered to somebody of the waiting list. */
export const offer = {
  made: (p: { what: string; place: string; until: string }) =>
    `有名额了：${p.what}，${p.place}。\n请在 ${p.until} 前回复：1 参加 / 2 不参加。`,
  accepted: (p: { code: string; what: string; place: string }) =>
    `好的，名额是你的了：${p.what}，${p.place}。来不了就回复「取消 ${p.code}」。`,
  declined: (p: { code: string }) => `好的，${p.code} 的名额让给下一位了。`,
  collides: (p: { code: string; other: string }) =>
    `这个时间你已经报名了 ${p.other}，${p.code} 的名额就让给下一位了。`,
  gone: (p: { code: string }) => `${p.code} 的这个名额已经处理过了。还想参加就再说一次「报名 ${p.code}」。`,
  lapsed: (p: { code: string }) =>
    `没有等到你的答复，${p.code} 的名额让给下一位了。还想参加就回复「报名 ${p.code}」重新排队。`,
}
