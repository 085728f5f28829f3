/** 发布 */
export const post = {
  askTitle: '活动叫什么？例如「探访老人」。',
  askCategory: (p: { categories: string }) => `是哪一类服务？${p.categories}`,
  noCategory: (p: { category: string; categories: string }) =>
    `没有「${p.category}」这一类，请选一个：${p.categories}`,
  askStart: '什么时候？请说日期和起止时间，例如「周六9:00-12:00」。',
  unclearStart: (p: { said: string }) =>
    `「${p.said}」是几点到几点？请说日期和起止时间，例如「周六9:00-12:00」。`,
  past: (p: { when: string }) => `${p.when} 已经过去了，请再说一次时间，例如「周六9:00-12:00」。`,
  endBeforeStart: '结束时间要晚于开始时间，请再说一次，例如「周六9:00-12:00」。',
  askPlace: '在哪里？',
  askPlaces: '要几个人？例如「10人」。',
  wrongPlaces: '人数请在 1 到 100000 之间，例如「10人」。',
  askTeam: (p: { teams: string }) => `是哪个队的活动？${p.teams}`,
  notYours: (p: { team: string }) => `${p.team}的活动由它的队长或社工发布，请联系他们。`,
  between: '、',
  check: '请核对：',
  what: (p: { title: string; category: string; team: string | undefined }) =>
    `${p.title}（${p.category}，${p.team ?? '不分队'}）`,
  when: (p: { when: string; rest: string | undefined }) => `${p.when}${p.rest ? `，休息${p.rest}` : ''}`,
  where: (p: { place: string; places: number }) => `${p.place}，${p.places}人`,
  conditions: (p: {
    risk: string | undefined
    dangerous: boolean
    minAge: number | undefined
    skills: string | undefined
  }) =>
    [
      p.risk ? `风险提示：${p.risk}` : '',
      p.dangerous ? '有危险，要满 18 岁，请先办好保险' : '',
      p.minAge ? `要满 ${p.minAge} 岁` : '',
      p.skills ? `要会：${p.skills}` : '',
    ]
      .filter((part) => part !== '')
      .join('；'),
  confirm: '对的话回复「是」，就发布。',
  done: (p: { code: string; title: string; when: string }) =>
    `发布了：${p.code} ${p.title}，${p.when}。\n说「召集 ${p.code}」叫大家来，「名单 ${p.code}」看谁报了名。`,
  next: (p: { code: string }) => [`召集 ${p.code}`, p.code],
}
