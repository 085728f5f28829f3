/** 合并 */
export const merge = {
  wholeAdmin: '负责全部的管理员',
  howTo:
    '同一个人登记了两次时用：「合并 V000123 V000456」，后一个编号并到前一个。三十天内可以「合并 撤销 V000456」。',
  same: '两个编号已经是同一个人，没有改动。',
  already: (p: { from: string; into: string }) => `${p.from} 已经并到 ${p.into} 了，没有改动。`,
  family: '这两位是监护人和孩子，不能合并。',
  conflict: '这两个编号还不能合并，不然会重复计算：',
  hours: (p: { first: string; second: string; day: string }) =>
    `${p.first} 和 ${p.second} 的时长重叠（${p.day}）`,
  verifiedOwn: (p: { entry: string }) => `${p.entry} 是用另一个编号核实的，等于自己核实自己`,
  sameActivity: (p: { code: string }) => `两个编号都报名了 ${p.code}`,
  collide: (p: { first: string; second: string }) => `${p.first} 和 ${p.second} 时间冲突`,
  fullDay: (p: { day: string }) => `${p.day} 加起来超过 12 小时`,
  settleFirst: '请先处理其中一边（「取消 A12 编号」「驳回 H55 原因」），再合并。',
  preview: (p: { into: string; from: string }) => `要把 ${p.from} 并到 ${p.into}：`,
  person: (p: {
    number: string
    name: string
    roles: string | undefined
    verified: string
    pending: string
    chats: number
    signups: number
  }) =>
    `${p.number} ${p.name}：${p.roles ?? '还没有队伍'}；已核实 ${p.verified}，待核实 ${p.pending}；${p.chats} 个聊天账号，${p.signups} 次报名`,
  confirm: (p: { into: string; from: string }) =>
    `合并后报名、时长、队伍和账号都归 ${p.into}，说 ${p.from} 也就是 ${p.into}。确定是同一个人就回复「是」。`,
  done: (p: { into: string; from: string; name: string }) =>
    `合并好了：${p.from} 现在就是 ${p.name} ${p.into}。弄错了的话，30 天内说「合并 撤销 ${p.from}」。`,
  told: (p: { into: string; from: string }) =>
    `你登记过两次，已经合在一起：以后你的义工号是 ${p.into}，${p.from} 的报名和时长都并过来了。有疑问请联系社工。`,
  next: ['我'],
  nothingToUndo: (p: { from: string; days: number }) =>
    `没有可以撤销的合并：${p.from} 最近 ${p.days} 天没有并到别的编号。`,
  undoConfirm: (p: { from: string; into: string }) =>
    `要撤销合并：${p.from} 和 ${p.into} 重新分开，合并以后新增的留在 ${p.into}。确定就回复「是」。`,
  busy: (p: { from: string }) => `${p.from} 的合并还在处理，请稍后再说一次。`,
  undone: (p: { from: string; into: string }) => `已撤销：${p.from} 和 ${p.into} 又是两位了。`,
  toldUndone: (p: { number: string }) => `之前的合并已经撤销，这里的义工号是 ${p.number}。有疑问请联系社工。`,
}
