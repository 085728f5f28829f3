type Told = { what: string; team: string; count: number; waiting: number }

/** 代报 */
export const groupSignup = {
  which: '代报哪个活动？回复编号。',
  whichTeam: (p: { teams: string }) => `替哪个团体代报？${p.teams}`,
  noGroups: '代报是给团体义工队的，你现在没有带团体队。一个人就说「报名 A12」。',
  noGroup: (p: { team: string }) => `${p.team}不是团体队，请大家各自报名。`,
  oneByOne: (p: { code: string }) => `${p.code} 对参加的人有要求（年龄或专长），不能代报，请各人自己报名。`,
  askCount: (p: { code: string }) => `${p.code} 要几个名额？例如「30人」；名单可以以后再发。`,
  askNames: (p: { code: string }) => `请发 ${p.code} 的名单，一行一个名字。只要名字，不用电话。`,
  /** 截止以后 */
  namesOnly: (p: { code: string }) =>
    `${p.code} 离开始不到 24 小时，只能按名单代报。请直接发名单，一行一个名字。`,
  short: (p: { code: string; wanted: number; count: number; rest: number }) =>
    `${p.code} 名额不够 ${p.wanted} 个：可以有 ${p.count} 个，另外 ${p.rest} 个排候补。回复「是」就这样办。`,
  done: (p: {
    code: string
    team: string
    count: number
    waiting: number
    named: number
    unnamed: number
    until: string
  }) =>
    `${p.team}在 ${p.code} 共 ${p.count} 个名额` +
    (p.waiting > 0 ? `，另有 ${p.waiting} 个候补` : '') +
    (p.named > 0 ? `，已有 ${p.named} 个名字` : '') +
    '。' +
    (p.unnamed > 0
      ? `还差 ${p.unnamed} 个名字：说「代报 ${p.code} 名单」，一行一个；${p.until} 前没有名字的名额会放出来。`
      : '') +
    '要记时长的，请本人登记后自己报名。',
  none: (p: { code: string; team: string }) => `${p.team}在 ${p.code} 的名额都让出来了。`,
  more: (p: Told) =>
    `有名额了：${p.what}，${p.team}现在有 ${p.count} 个名额${p.waiting > 0 ? `，还有 ${p.waiting} 个候补` : ''}。`,
  fewer: (p: Told) =>
    `${p.what}：没有名字的名额已经放出来了，${p.team}${p.count > 0 ? `留下 ${p.count} 个` : '没有名额了'}。`,
  /** 名单里的一行 */
  listed: (p: { team: string; count: number; waiting: number; names: string }) =>
    `${p.team} ${p.count} 人${p.waiting > 0 ? `（候补 ${p.waiting}）` : ''}：${p.names || '还没有名字'}`,
}
