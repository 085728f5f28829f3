/** 结对 */
export const pair = {
  own: '不能和自己结对。说「结对」加上义工的姓名，例如「结对 张三」。',
  notYours: (p: { who: string }) => `${p.who} 不在你负责的队里，请他们的社工来结对。`,
  already: (p: { who: string }) => `你已经和 ${p.who} 结对了，没有改动。`,
  taken: (p: { who: string; worker: string }) => `${p.who} 现在由${p.worker}带，要换请管理员移交。`,
  done: (p: { who: string }) => `已和 ${p.who} 结对，已告诉本人。`,
  told: (p: { worker: string }) => `从今天起由${p.worker}带你，有事就说「反映 …」，会直接转过去。`,
  nobody: '还没有结对的义工。说「结对 张三」就行。',
  list: (p: { count: number; names: string }) => `和你结对的义工 ${p.count} 位：${p.names}`,
  between: '、',
}
