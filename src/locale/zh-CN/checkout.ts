/** 签退 */
export const checkout = {
  which: '签退哪个活动？回复编号。',
  nothing: '你现在没有签到中的活动。要补记时长就说「记时 A12 3小时」。',
  done: (p: { code: string; range: string; time: string; minutes: number; entry: string }) =>
    `签退好了：${p.code} ${p.range}，记 ${p.time}（${p.minutes} 分钟，${p.entry}），待核实。辛苦了！`,
  ask: (p: { what: string; end: string }) =>
    `${p.what} 辛苦了！你还没有签退，做到 ${p.end} 吗？回复：1 是 / 2 不是，或者直接说做到几点。`,
  settled: (p: { code: string }) => `${p.code} 的时长已经记过了。回复「时长」可以看。`,
  /** To whoever is responsible for the activity. */
  left: (p: { what: string; count: number; code: string }) =>
    `${p.what} 有 ${p.count} 人签到后没有签退，也没有答复，已按计划的结束时间放进待核，标着「未报」。请说「核实 ${p.code}」看每一条。`,
  notCheckedIn: (p: { code: string }) => `${p.code} 你还没有签到。参加了就说「记时 ${p.code}」加上时长。`,
  notSignedUp: (p: { code: string }) =>
    `${p.code} 的名单里没有你。如果你去了，请告诉负责的社工，社工可以为你补上。`,
  tooLate: (p: { code: string }) =>
    `${p.code} 结束有一会儿了。请说「记时 ${p.code}」加上起止时间，例如 9:00-12:00。`,
  tooShort: (p: { code: string; range: string }) =>
    `${p.code} 是 ${p.range}，到现在还没有可以记的时间。有出入请告诉负责的社工。`,
}
