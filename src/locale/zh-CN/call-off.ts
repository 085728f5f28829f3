/** 停办 */
export const callOff = {
  askReason: (p: { code: string }) => `为什么停办 ${p.code}？写一句原因，我会告诉大家。`,
  check: (p: { what: string; reason: string; signedUp: number; waiting: number }) =>
    `要停办 ${p.what}，原因：${p.reason}。\n会告诉 ${p.signedUp} 位已报名、${p.waiting} 位候补的人，名额全部放开。\n回复「是」就停办。`,
  done: (p: { code: string; told: number }) =>
    p.told > 0 ? `${p.code} 已停办，正在告诉 ${p.told} 人。` : `${p.code} 已停办，没有人报名，不用通知。`,
  /** 给报了名或候补的人 */
  told: (p: { code: string; what: string; reason: string }) =>
    `${p.what} 停办了，原因：${p.reason}。不用来了，谢谢你。回复「活动」看看别的。`,
  /** 给已经签到的人 */
  toldThere: (p: { code: string; what: string; reason: string }) =>
    `${p.what} 现在停办了，原因：${p.reason}。走之前说「签退 ${p.code}」，做过的时间照记，谢谢你。`,
  /** 给负责的社工 */
  responsible: (p: { by: string; what: string }) => `${p.by} 停办了 ${p.what}，报名的人都会收到通知。`,
  stopped: (p: { count: number }) => `活动停办，${p.count} 条没有再发`,
}
