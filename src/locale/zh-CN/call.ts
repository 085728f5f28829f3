/** 召集 */
export const call = {
  nothingToCall: '你负责的范围里现在没有可以召集的活动。先说「发布」发一个。',
  askAudience: (p: { code: string; team: string | undefined }) =>
    `把 ${p.code} 发给谁？说队名、站名、「#专长」或「全部」${p.team ? `，例如「${p.team}」` : ''}。`,
  notYours: (p: { code: string; team: string | undefined }) =>
    p.team
      ? `${p.code} 由${p.team}的队长或社工来召集，请联系他们。`
      : `${p.code} 由负责全部的社工来召集，请联系他们。`,
  cancelled: (p: { code: string }) => `${p.code} 已经停办了，不能召集。说「召集」看看别的。`,
  over: (p: { code: string }) => `${p.code} 已经结束了，不能召集。说「召集」看看别的。`,
  overThen: (p: { code: string; when: string }) => `${p.when} 的时候 ${p.code} 已经结束了，请定早一点。`,
  title: (p: { code: string; title: string; team: string | undefined }) =>
    `【召集】${p.code} ${p.title}${p.team ? `（${p.team}）` : ''}`,
  when: (p: { when: string }) => `时间：${p.when}`,
  where: (p: { place: string; meetAt: string | undefined }) =>
    `地点：${p.place}${p.meetAt ? `，集合：${p.meetAt}` : ''}`,
  places: (p: { left: number; needs: string }) =>
    `${p.left > 0 ? `还差 ${p.left} 人` : '名额已满，可以候补'}${p.needs ? `；${p.needs}` : ''}`,
  age: (p: { age: number }) => `满 ${p.age} 岁`,
  skills: (p: { skills: string }) => `会${p.skills}`,
  bring: (p: { bring: string }) => `请带${p.bring}`,
  risk: (p: { risk: string | undefined; insured: boolean }) =>
    `风险：${p.risk ?? (p.insured ? '可能有人身危险，出发前由社工说明' : '没有列出特别的风险')}；保险：${p.insured ? '需要人身意外险，出发前请和社工确认' : '不另外要求'}`,
  answer: (p: { code: string }) =>
    `想来回复「报名${p.code}」，私信里回 1 也行，来不了回 2；不想再收到召集回复「退订」`,
  declined: (p: { code: string }) => `好的，${p.code} 这次不来，记下了。改主意了回复 1。`,
  signedUp: (p: { code: string }) => `你已经报了 ${p.code}，来不了说「取消 ${p.code}」。`,
  signUp: (p: { code: string }) => `报名${p.code}`,
}
