/** 审计 */
export const audit = {
  notYours: '审计由管理全部的管理员来看，请联系他们。',
  none: '还没有记录。',
  all: '全部记录，新的在前：',
  header: (p: { count: number }) => `最近 ${p.count} 条，新的在前：`,
  line: (p: { when: string; who: string; did: string; answered: string }) =>
    `${p.when} ${p.who}「${p.did}」→ ${p.answered}`,
}
