/** 定时 */
export const schedule = {
  ask: '什么时候发？说哪天几点，例如「周五18:00」。现在就发，去掉「定时」再说一次。',
  past: (p: { when: string }) => `${p.when} 已经过了。什么时候发？例如「明天9:00」。`,
  tooFar: (p: { when: string; days: number }) =>
    `${p.when} 太远了，最多定到 ${p.days} 天以内。什么时候发？例如「周五18:00」。`,
  preview: (p: { when: string }) =>
    `${p.when} 才发：到时候再看一次谁在里面，新来的会收到，退订的不会。下面是现在的情况。`,
  confirm: '回复「是」就定好。',
  set: (p: { code: string; when: string; reach: string }) =>
    `${p.code} 定好了：${p.when} 发，现在算是${p.reach}。改主意了说「撤回 ${p.code}」。`,
  waits: (p: { when: string }) => `定时：${p.when} 发，到时候再看一次谁在里面`,
  /** 到时候没有发，告诉定的人。 */
  notSent: (p: { code: string; audience: string; why: string }) =>
    `${p.code}（发给 ${p.audience}）没有发：${p.why}。`,
  why: {
    notAllowed: '定的人现在不再负责这个范围了',
    over: '活动已经停办或结束了',
    nobody: '现在没有能发到的群或人',
    refused: '另一位社工没有同意',
    expired: '没有等到另一位社工同意',
  },
}
