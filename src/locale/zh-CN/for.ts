/** 代 */
export const forChild = {
  nobody: (p: { age: number }) =>
    `你还没有登记为谁的监护人。孩子未满 ${p.age} 岁的话，说「监护 孩子的姓名」。`,
  notYours: (p: { who: string; names: string }) =>
    `你不是「${p.who}」的监护人，没有改动。你可以代：${p.names}`,
  which: (p: { names: string }) => `要代哪一位？请回复义工号：${p.names}`,
  what: (p: { name: string }) =>
    `要代 ${p.name} 做什么？可以说「代 ${p.name} 报名 A12」「代 ${p.name} 取消 A12」「代 ${p.name} 我的班次」「代 ${p.name} 时长」。`,
  nothingAsked: '现在没有等着答复的事。',
}
