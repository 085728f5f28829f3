type At = { code: string; range: string; from: string }

/** 签到 */
export const checkin = {
  which: '签到哪个活动？回复编号。',
  /** What somebody who says 我到了 probably wants: 你是想「…」吗？ */
  one: (p: { code: string; title: string }) => `签到 ${p.code} ${p.title}`,
  nothing: '现在没有你可以签到的活动。回复「我的班次」看看报了哪些。',
  done: (p: { code: string; title: string; when: string }) =>
    `签到成功：${p.code} ${p.title}，${p.when}。走的时候说「签退 ${p.code}」。`,
  leave: (p: { code: string }) => `签退 ${p.code}`,
  closed: {
    cancelled: (p: At) => `${p.code} 已经停办了，不用签到。`,
    too_early: (p: At) => `${p.code} 还不能签到，${p.from} 起可以。`,
    over: (p: At) => `${p.code} 已经结束了（${p.range}）。参加了就说「记时 ${p.code}」加上时长。`,
    already: (p: At) => `${p.code} 你已经签到了，不用再签。`,
    no_place: (p: At) => `你还在 ${p.code} 的候补里。人已经到了，请找现场的社工或队长安排。`,
    not_signed_up: (p: At) =>
      `${p.code} 的名单里没有你。先说「报名 ${p.code}」；报不上就找现场的社工，可以为你补录。`,
    no_code: (p: At) => `${p.code} 要签到码，就在现场。请回复那四个数字。`,
    wrong_code: (p: At) => `${p.code} 的签到码不对，请再看看现场写的四个数字，回复给我。`,
  } satisfies Record<string, (p: At) => string>,
}
