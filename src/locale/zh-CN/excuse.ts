/** 准假 */
export const excuse = {
  which: '准哪个活动的假？回复编号。',
  who: (p: { code: string }) => `准谁的假（${p.code}）？回复姓名或义工号，几位就用空格隔开。`,
  done: (p: { code: string; names: string }) => `已准假：${p.code} ${p.names}，已告诉本人。`,
  told: (p: { by: string; what: string }) => `${p.by} 准了你 ${p.what} 的假，不算缺席。`,
}
