import type { SignupState } from '../../domain/signup-states.ts'

/** `who` is the name of somebody else whom the asker signs up. */
type Whose = { who: string | undefined; code: string }

const you = (who: string | undefined) => who ?? '你'

const already: Partial<Record<SignupState, string>> = {
  confirmed: '已经报名了',
  waiting: '已经在候补了',
  offered: '已经有一个名额等你答复',
  arrived: '已经签到了',
  completed: '已经参加过了',
}

/** 报名 */
export const signup = {
  /** The command for oneself. */
  alone: (p: { codes: readonly string[] }) => `报名 ${p.codes.join('、')}`,
  which: '报名哪个活动？回复编号。',
  nothing: '近期没有可以报名的活动。有新活动会在群里召集。',
  confirmed: (p: Whose & { what: string; place: string }) =>
    p.who
      ? `已为${p.who}报名：${p.what}，${p.place}。`
      : `报名成功：${p.what}，${p.place}。来不了就回复「取消 ${p.code}」。`,
  bring: (p: { bring: string }) => `请带：${p.bring}`,
  risk: (p: { risk: string }) => `风险提示：${p.risk}`,
  waiting: (p: Whose & { what: string; position: number }) =>
    `${p.what} 名额已满，${you(p.who)}排在候补第 ${p.position} 位。有名额会马上通知${you(p.who)}。${p.who ? '' : `不想等了就回复「取消 ${p.code}」。`}`,
  already: (p: Whose & { state: SignupState; position: number | undefined }) =>
    p.position
      ? `${you(p.who)}已经在 ${p.code} 的候补名单里，现在第 ${p.position} 位。`
      : `${p.code} ${you(p.who)}${already[p.state] ?? '的报名已经处理过了'}，不用再报。`,
  over: (p: { code: string }) => `${p.code} 已经结束了。回复「活动」看看接下来的。`,
  cancelled: (p: { code: string }) => `${p.code} 已经停办了。回复「活动」看看别的。`,
  notOpen: (p: { code: string; from: string }) => `${p.code} 还没开放报名，${p.from} 开始。`,
  full: (p: { code: string }) => `${p.code} 名额已满。回复「活动」看看别的。`,
  lacksSkill: (p: Whose & { skills: string }) =>
    `${p.code} 需要${p.skills}，${you(p.who)}的资料里还没有。有的话请告诉社工补上。`,
  ageUnknown: (p: Whose & { minimum: number }) =>
    `${p.code} 要求满 ${p.minimum} 岁，还不知道${you(p.who)}的出生年份，请告诉社工补上。`,
  tooYoung: (p: Whose & { minimum: number }) =>
    `${p.code} 要求满 ${p.minimum} 岁，${you(p.who)}还不到，换一个活动吧：回复「活动」。`,
  guardian: (p: Whose & { minimum: number }) =>
    `未满 ${p.minimum} 岁参加 ${p.code} 要监护人同意，请家长私聊我说「监护 孩子的姓名」。`,
  ownConsent: (p: Whose & { minimum: number }) =>
    `${you(p.who)}满 ${p.minimum} 岁了，报名 ${p.code} 要本人同意：请家长说「代 孩子的姓名 关联」拿到关联码，由孩子在自己的账号里说「关联 关联码」。`,
  collides: (p: Whose & { other: string }) =>
    `${you(p.who)}已经报名了 ${p.other}，和 ${p.code} 时间冲突。要换的话先回复「取消 ${p.other}」。`,
  /** To the person somebody else signed up. */
  byOther: (p: { by: string; said: string }) => `${p.by} 替你办了报名。${p.said}`,
  /** To somebody whose sign-up was finished long after its message. */
  completed: (p: { what: string }) => `刚才没能及时答复：你已经报名 ${p.what}。`,
}
