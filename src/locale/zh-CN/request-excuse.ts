/** 请假 */
export const requestExcuse = {
  which: '请哪个活动的假？回复编号。',
  nothing: '你现在没有报名的活动，不用请假，放心。',
  why: (p: { code: string }) => `${p.code} 为什么来不了？写一句原因，会告诉队长。`,
  /** 原因是一个人的名字 */
  forOthers: (p: { code: string }) =>
    `没有动任何人的报名。「请假」只请自己的，后面写原因；别人的由队长或社工说「准假 ${p.code} 姓名」。`,
  notSignedUp: (p: { code: string }) => `你没有报名 ${p.code}，不用请假。说「我的班次」看看自己报了哪些。`,
  onlyWaiting: (p: { code: string }) =>
    `你在 ${p.code} 还没有名额，不用请假。不想等了就回复「取消 ${p.code}」。`,
  noPlace: (p: { what: string }) => `${p.what} 你还没有名额，已退出候补，不用请假。`,
  notPossible: (p: { code: string; state: string }) => `你在 ${p.code} ${p.state}，不用请假。`,
  waiting: (p: { code: string; request: string }) =>
    `${p.code} 的假已经在等答复了（${p.request}），不用再说。`,
  done: (p: { what: string; request: string; freed: boolean; late: boolean }) =>
    `已替你请假（${p.request}）：${p.what}。` +
    (p.freed ? '名额先让出来了，' : '') +
    (p.late ? '准了就不算临时取消，' : '') +
    '有答复马上告诉你。',
  /** 给队长 */
  request: (p: { who: string; code: string; title: string; reason: string }) =>
    `${p.who} 请 ${p.code} ${p.title} 的假：${p.reason}`,
  agreed: (p: { who: string; code: string }) => `已准假：${p.code} ${p.who}，已告诉本人。`,
  refused: (p: { who: string; code: string }) => `没有准 ${p.who} ${p.code} 的假，已告诉本人。`,
  /** 给请假的人 */
  granted: (p: { what: string }) => `准假了：${p.what}，不算临时取消，也不算缺席。`,
  notGranted: (p: { what: string; reason: string | undefined }) =>
    `${p.what} 的假没有准${p.reason ? `：${p.reason}` : ''}。有话请直接和队长说。`,
}
