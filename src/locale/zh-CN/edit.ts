type Change = { code: string; field: string; was: string | number | undefined; to: string | number }

/** 改 */
export const edit = {
  fields: {
    served: '服务对象人次',
    places: '人数',
    place: '地点',
    title: '标题',
    meetAt: '集合点',
    bring: '要带的东西',
  },
  askChange: (p: { code: string }) =>
    `${p.code} 要改什么？可以说「人数 15」「地点 …」「标题 …」「集合点 …」「要带 …」；改时间说「改期 ${p.code} 周六9:00-12:00」。`,
  useReschedule: (p: { code: string }) =>
    `改时间请说「改期 ${p.code} 周六9:00-12:00」，报了名的人都会收到通知。`,
  same: (p: { code: string; field: string; value: string | number }) =>
    `${p.code} 的${p.field}本来就是 ${p.value}，没有改动。`,
  done: (p: Change) => `${p.code} 的${p.field}改好了：${p.was === undefined ? '' : `${p.was} → `}${p.to}。`,
  telling: (p: { count: number }) => `正在告诉 ${p.count} 人。`,
  offering: '多出来的名额会按顺序问候补的人。',
  tooFew: (p: { code: string; taken: number; places: number }) =>
    `${p.code} 已经有 ${p.taken} 人占了名额，不能改成 ${p.places} 人。要减少的话，先请几位取消。`,
  changedMeanwhile: (p: { code: string }) =>
    `${p.code} 刚刚被别人改过，没有改动。说「${p.code}」看看现在的样子。`,
  /** 给报了名或候补的人 */
  told: (p: Change & { what: string }) =>
    `${p.what} 的${p.field}改了：${p.was === undefined ? '' : `原来是${p.was}，`}现在是${p.to}。`,
}
