/** 一次发布好几天 */
export const series = {
  between: '、',
  more: (p: { count: number; last: string }) => `……还有 ${p.count} 次，最后一次 ${p.last}`,
  holiday: (p: { when: string; name: string }) => `${p.when}（${p.name}假期）`,
  workday: (p: { when: string; name: string }) => `${p.when}（${p.name}调休，要上班）`,
  past: (p: { days: string }) => `已经过去，不发：${p.days}`,
  there: (p: { days: string; codes: string }) => `已有同样的活动（${p.codes}），不发：${p.days}`,
  unpublished: (p: { year: string }) => `${p.year} 年的放假安排我还没有，请自己看一眼。`,
  askEnd: '发几次，或者发到哪天？例如「4次」「到12月31日」。',
  tooMany: (p: { most: number }) =>
    `一次最多发 ${p.most} 个。请少说几次，或说近一点的日期，例如「每周六 4次」。`,
  none: '没有一天可以发，请换个日子再说一次。',
  askClock: '每次几点到几点？例如「9:00-12:00」。',
  count: (p: { count: number; rest: string | undefined }) =>
    `共 ${p.count} 次${p.rest ? `，每次休息${p.rest}` : ''}：`,
  done: (p: { code: string; last: string; count: number; title: string; from: string; to: string }) =>
    `发布了 ${p.count} 个：${p.code}-${p.last} ${p.title}，${p.from} 到 ${p.to}。\n说「召集 ${p.code}」叫大家来，「名单 ${p.code}」看谁报了名。`,
}
