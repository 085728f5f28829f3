type Led = {
  from: string
  to: string
  roles: number
  activities: number
  volunteers: number
  reports: number
  until: string | undefined
}

const parts = ({ roles, activities, volunteers, reports }: Led) =>
  [
    roles > 0 ? `${roles} 个职务` : '',
    activities > 0 ? `${activities} 个活动` : '',
    volunteers > 0 ? `${volunteers} 位结对义工` : '',
    reports > 0 ? `${reports} 件反映` : '',
  ]
    .filter(Boolean)
    .join('、')
const till = ({ until, from }: Led) => (until ? `，到${until}为止，之后自动还给 ${from}` : '')

/** 移交 */
export const handOver = {
  howTo: '谁的事移交给谁？例如「移交 王社工 李社工」，暂时的就说「移交 王社工 李社工 到12月15日」。',
  same: '移交要有两个人，没有改动。例如「移交 王社工 李社工」。',
  notWorker: (p: { who: string }) => `${p.who} 还不是社工，请先说「授权 姓名 社工 队名」。`,
  past: '那一天已经过了，没有改动。请说以后的日子，例如「到12月15日」。',
  nothing: (p: { who: string }) => `${p.who} 现在没有要移交的事。`,
  ask: (p: Led) => `把 ${p.from} 的${parts(p)}移交给 ${p.to}${till(p)}。\n对的话回复「是」。`,
  done: (p: Led) => `已移交：${p.from} 的${parts(p)} → ${p.to}${till(p)}。已告诉双方。`,
  told: (p: Led & { by: string }) => `${p.by} 把 ${p.from} 的${parts(p)}移交给了 ${p.to}${till(p)}。`,
  back: (p: { from: string; to: string }) =>
    `移交的时间到了：${p.from} 移交给 ${p.to} 的事已还给 ${p.from}。`,
}
