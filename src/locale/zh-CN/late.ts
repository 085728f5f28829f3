/** 晚到 */
export const late = {
  which: '哪个活动会晚到？回复编号。',
  howLong: (p: { code: string }) => `${p.code} 大概晚多久？例如「10分钟」。`,
  done: (p: { code: string; time: string }) =>
    `好的，${p.code} 晚到 ${p.time}，已告诉队长。名额给你留着，路上小心。`,
  tooLong: (p: { code: string; time: string }) =>
    `晚 ${p.time} 的话 ${p.code} 已经结束了。来不了就说「请假 ${p.code} 原因」。`,
  arrived: (p: { code: string }) => `${p.code} 你已经签到了，不用再说。`,
  notSignedUp: (p: { code: string }) => `你在 ${p.code} 没有名额。想来就说「报名 ${p.code}」。`,
  /** 给队长 */
  leader: (p: { name: string; number: string; what: string; time: string; reason: string | undefined }) =>
    `${p.name}（${p.number}）晚到 ${p.time}：${p.what}。${p.reason ? `原因：${p.reason}` : ''}`,
}
