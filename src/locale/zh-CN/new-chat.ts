/** 换号 */
export const newChat = {
  registered: (p: { number: string }) =>
    `这个账号已经登记为 ${p.number} 了。要连另一个账号，说「关联」；登记了两次的话，请管理员合并。`,
  askNumber: '你原来的义工号是多少？例如 V000123。不记得的话，请联系你的社工。',
  askName: '你登记时的姓名是？',
  tooMany: '今天试的次数太多了，请明天再来，或者直接联系社工。',
  noSuch: (p: { number: string; name: string }) =>
    `${p.number} 和「${p.name}」对不上，请核对后再说一次「换号 义工号」，或者联系社工。`,
  waiting: (p: { request: string }) => `你已经申请换号了（${p.request}），等社工核实，不用再说一次。`,
  asked: (p: { request: string; role: string }) =>
    `已替你申请换号（${p.request}）。${p.role}核实是你本人后，这个账号才会生效，到时我告诉你。你原来的账号也收到了通知。`,
  isItYou: (p: { shown: string }) =>
    `有人用另一个聊天账号${p.shown ? `（显示名「${p.shown}」）` : ''}说是你，要把你的登记换过去。\n不是你的话，马上回复「换号 不是我」。`,
  notMe: '换号 不是我',
  request: (p: { who: string; shown: string }) =>
    `${p.who} 要换到新的聊天账号${p.shown ? `（显示名「${p.shown}」）` : ''}，请先打电话或当面确认是本人`,
  agreed: (p: { who: string }) => `${p.who} 已换到新账号，原来的账号不能再用，都已通知。`,
  refused: (p: { who: string }) => `没有给 ${p.who} 换号，已告诉申请的账号。`,
  taken: (p: { who: string }) =>
    `没有换成：那个账号已经登记为别人了。是同一个人的话，请管理员合并 ${p.who}。`,
  welcome: (p: { name: string; number: string }) =>
    `换好了，${p.name}！这个账号就是你（${p.number}）了，报名和时长都还在。`,
  next: ['我', '活动'],
  left: '你的登记已经换到另一个聊天账号，这里不再代表你。不是你自己要换的话，请马上联系社工。',
  notNow: (p: { reason: string | undefined }) =>
    `这次没有换成${p.reason ? `：${p.reason}` : ''}。有疑问请直接联系你的社工。`,
  nothingAsked: '没有等着你确认的换号，没有改动。',
  stopped: '好的，已经拦下，没有换号。你的账号照常用；我也告诉了社工。',
  objected: (p: { who: string; request: string }) =>
    `${p.who} 说换号申请 ${p.request} 不是本人要的，已经拦下。请提醒对方注意账号安全。`,
}
