type Facts = { code: string; range: string; planned: string }

/** 记时 */
export const log = {
  noted: (p: { when: string; code: string; time: string; entry: string }) =>
    `记下了：${p.when} ${p.code} ${p.time}（${p.entry}），待核实`,
  whichActivity: '给哪个活动记时？回复编号。',
  option: (p: { code: string; day: string; title: string }) => `${p.code} ${p.day} ${p.title}`,
  nothingToLog: '没有找到你参加过、还没记时的活动。带上编号再说一次，例如「记时 A12 3小时」。',
  howLong: (p: Facts) =>
    `${p.code}（${p.range}）做了多久？例如 ${p.planned}；和计划不一样就说起止时间，例如 9:00-12:00。`,
  whichUnit: (p: { said: string; first: string; second: string }) =>
    `「${p.said}」是 ${p.first} 还是 ${p.second}？`,
  sayClearly: (p: { said: string; planned: string }) =>
    `「${p.said}」是多久？请带上单位，例如 ${p.planned}，或说起止时间，例如 9:00-12:00。`,
  /** The words beside the time name somebody else. */
  forOthers: (p: { code: string }) =>
    `没有记。「记时」只记自己的时长，后面别带别人的名字；别人的由本人来记，或由社工说「补录 ${p.code} 姓名 3小时」。`,
  cancelled: (p: Facts) => `${p.code} 已经停办了，不用记时。`,
  notBegun: (p: Facts) => `${p.code} 还没开始（${p.range}），做完再来记时。`,
  notSignedUp: (p: Facts) => `${p.code} 的名单里没有你。如果你去了，请告诉负责的社工，社工可以为你补上。`,
  already: (p: Facts & { entry: string; time: string; state: string }) =>
    `${p.code} 你已经记过了：${p.time}（${p.entry}，${p.state}）。有出入请告诉负责的社工。`,
  problems: {
    empty: (p: Facts) => `时长要在一分钟以上，例如「记时 ${p.code} ${p.planned}」。`,
    over_plan: (p: Facts) =>
      `${p.code} 计划是 ${p.planned}（${p.range}）。做得更久的话，请说起止时间，例如「记时 ${p.code} 9:00-13:00」。`,
    too_long: (p: Facts) => `一次最多记 24 小时。${p.code} 是 ${p.range}，请再说一次起止时间。`,
    future: (p: Facts) => `这段时间还没过完，做完再来记 ${p.code}。`,
    other_day: (p: Facts) => `${p.code} 是 ${p.range}，和你说的日期对不上，请再说一次。`,
  },
  overlaps: (p: { entry: string; code: string; range: string }) =>
    `这段时间和 ${p.entry} 重叠了（${p.code}，${p.range}），没有记。请说准起止时间，例如 14:00-16:00。`,
  dayFull: (p: { day: string; taken: string }) =>
    `一天最多记 12 小时，${p.day} 已记 ${p.taken}，这次没有记。`,
}
