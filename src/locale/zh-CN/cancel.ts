/** `who` is the name of somebody else whose place the asker gives back. */
type Whose = { who: string | undefined; code: string }

/** 取消 */
export const cancel = {
  /** What somebody who cannot come probably wants: 你是想「…」吗？ */
  one: (p: { day: string; code: string; title: string }) => `取消 ${p.day} 的 ${p.code} ${p.title}`,
  /** The command for oneself. */
  alone: (p: { codes: readonly string[] }) => `取消 ${p.codes.join('、')}`,
  which: '取消哪个活动？回复编号。',
  really: (p: { what: string; code: string }) => `要取消 ${p.what} 吗？回复 ${p.code} 就取消。`,
  nothing: '你现在没有报名的活动，不用取消，放心。想来的时候说「活动」看看有哪些。',
  nothingOn: (p: { day: string }) =>
    `${p.day} 你没有报名的活动，不用取消，放心。说「我的班次」看看自己报了哪些。`,
  done: (p: Whose & { what: string }) => `已取消${p.who ? `${p.who}的` : ''} ${p.what}，谢谢告诉我们。`,
  late: (p: Whose & { what: string; hours: number }) =>
    `已取消${p.who ? `${p.who}的` : ''} ${p.what}。离开始不到 ${p.hours} 小时，记为临时取消。${p.who ? '' : `有原因就说「请假 ${p.code} 原因」，准了就不算。`}`,
  afterStart: (p: Whose & { what: string }) =>
    `已取消${p.who ? `${p.who}的` : ''} ${p.what}。活动已经开始了，记为临时取消。${p.who ? '' : `有原因就说「请假 ${p.code} 原因」，准了就不算。`}`,
  notWaiting: (p: Whose) => `好的，${p.who ?? '你'}已退出 ${p.code} 的候补。`,
  notOffered: (p: Whose) => `好的，${p.code} 的名额让给下一位了。`,
  notSignedUp: (p: Whose) => `${p.who ?? '你'}没有报名 ${p.code}，不用取消。`,
  tooLate: (p: Whose) => `${p.code} 已经开始签到或结束了，不能取消；有变动请联系负责的社工。`,
  /** To whoever is responsible for the activity. */
  leader: (p: { name: string; number: string; what: string; late: boolean; reason: string | undefined }) =>
    `${p.name}（${p.number}）${p.late ? '临时' : ''}取消了 ${p.what}。${p.reason ? `原因：${p.reason}` : ''}`,
  /** To the person for whom somebody else cancelled. */
  byOther: (p: { by: string; code: string; what: string }) =>
    `${p.by} 替你取消了 ${p.what}。如果不对，回复「报名 ${p.code}」。`,
}
