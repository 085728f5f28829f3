/** 我的班次 */
export const shifts = {
  /** What can be said for this list, and for the activities there are. */
  command: '我的班次',
  list: '活动',
  title: '你接下来的班次：',
  none: '你还没有报名接下来的活动。回复「活动」看看有哪些。',
  confirmed: (p: { what: string; place: string }) => `${p.what}，${p.place}`,
  waiting: (p: { what: string; position: number }) => `${p.what}（候补第 ${p.position} 位）`,
  offered: (p: { what: string; until: string }) => `${p.what}（有名额，请在 ${p.until} 前回复 1 或 2）`,
  more: (p: { count: number }) => `还有 ${p.count} 个`,
}
