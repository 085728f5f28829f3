/** 监护 */
export const guardian = {
  adultsOnly: '监护人要年满 18 岁，请家里的大人用自己的账号来办。',
  askName: '孩子的姓名是？',
  askBirth: (p: { name: string }) => `${p.name} 是哪一年出生的？例如 2015，也可以写 2015-05-01。`,
  askExactBirth: (p: { name: string; age: number }) =>
    `请告诉我 ${p.name} 完整的出生日期，例如 2012-05-01，看看是否已满 ${p.age} 岁。`,
  oldEnough: (p: { name: string; age: number }) =>
    `${p.name} 满 ${p.age} 岁了，可以自己来：用自己的账号私聊我说「注册」。`,
  askConsent: (p: { org: string; name: string; age: number }) =>
    `你是 ${p.name} 的监护人，并同意 ${p.name} 参加志愿服务吗？\n${p.org}用孩子的姓名、出生年份和服务记录来组织活动、核实时长、开服务证明，不作别用，也不会发在群里；生日加密保存，消息都发给你。\n保存到你要求删除为止，满 ${p.age} 岁时会请孩子本人再同意一次；删除后只留下不带姓名的时长用于统计。\n同意就回复「同意」，不同意就回复「不同意」。`,
  refused: (p: { name: string }) => `好的，没有登记 ${p.name}。`,
  already: (p: { name: string }) => `你已经是 ${p.name} 的监护人了。`,
  waiting: (p: { name: string; request: string }) =>
    `你已经申请做 ${p.name} 的监护人了（${p.request}），等社工核实，不用再说一次。`,
  asked: (p: { name: string; request: string }) =>
    `谢谢！已请社工核实你和 ${p.name} 的关系（${p.request}），核实后我告诉你孩子的义工号。`,
  request: (p: { who: string; name: string; age: number | undefined }) =>
    `${p.who} 要做 ${p.name}${p.age === undefined ? '' : `（约 ${p.age} 岁）`}的监护人，请先核实关系`,
  agreed: (p: { name: string; number: string; who: string }) =>
    `${p.name}（${p.number}）登记好了，监护人是 ${p.who}，已告诉监护人。`,
  refusedBy: (p: { request: string }) => `没有同意 ${p.request}，孩子的资料已删掉，也告诉了申请人。`,
  welcome: (p: { name: string; number: string }) =>
    `核实好了！${p.name} 的义工号是 ${p.number}，消息都发到你这里。\n要替孩子报名就说「代 ${p.name} 报名 A12」；取消、记时、签到也这样说。`,
  next: (p: { name: string }) => `代 ${p.name} 报名`,
  notNow: (p: { request: string; reason: string | undefined }) =>
    `监护申请 ${p.request} 这次没有通过${p.reason ? `：${p.reason}` : ''}，孩子的资料已删掉。有疑问请联系社工。`,
  comesOfAge: (p: { name: string; age: number }) =>
    `${p.name} 满 ${p.age} 岁了，以后要本人同意。请说「代 ${p.name} 关联」拿一个关联码，让孩子用自己的账号私聊我说「关联 关联码」。在那之前已报的活动照常，新的活动先不能报。`,
}
