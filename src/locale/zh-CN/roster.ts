/** 名单 */
export const roster = {
  which: '看哪个活动的名单？回复编号。',
  nothing: '你负责的范围里近期没有活动。说「发布」发一个。',
  title: (p: { what: string; confirmed: number; places: number; offered: number; waiting: number }) =>
    `${p.what}\n已报名 ${p.confirmed}/${p.places}，待答复 ${p.offered}，候补 ${p.waiting}`,
  nobody: '还没有人报名。',
  person: (p: { n: number; name: string; number: string }) => `${p.n}. ${p.name} ${p.number}`,
  arrived: '已签到',
  completed: '已完成',
  late: (p: { time: string }) => `晚到 ${p.time}`,
  noShow: '缺席',
  offered: '待答复：',
  waiting: '候补：',
  more: (p: { count: number }) => `还有 ${p.count} 位`,
}
