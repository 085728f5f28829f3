/** 我 */
export const me = {
  who: (p: { number: string; name: string }) => `${p.name}，义工号 ${p.number}`,
  roles: (p: { roles: string }) => `身份：${p.roles}`,
  role: (p: { scope: string | undefined; role: string }) => `${p.scope ?? ''}${p.role}`,
  noRoles: '身份：义工，还没有加入队伍',
  between: '、',
  hours: (p: { verified: string; pending: string | undefined }) =>
    `时长：已核实 ${p.verified}${p.pending ? `，待核实 ${p.pending}` : ''}`,
  star: (p: { star: number }) => (p.star === 0 ? '星级：还没有' : `星级：够${p.star}星了`),
  nextStar: (p: { star: number; missing: string | undefined; notBefore: string | undefined }) => {
    const conditions = [
      p.missing ? `还差 ${p.missing}` : '',
      p.notBefore ? `最早 ${p.notBefore}` : '',
    ].filter((part) => part !== '')
    return `；${p.star}星${conditions.join('，')}`
  },
  next: (p: { list: string }) => `接下来：${p.list}`,
  activity: (p: { code: string; when: string; title: string; waiting: boolean }) =>
    `${p.code} ${p.when} ${p.title}${p.waiting ? '（候补）' : ''}`,
  nothingNext: '接下来没有活动，回复「活动」看看。',
  optedOut: '你已退订召集，说「订阅」恢复。',
  list: '活动',
}
