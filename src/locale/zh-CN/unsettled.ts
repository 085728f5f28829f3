type Kind = 'unknown' | 'dead'
type Did = 'again' | 'left'
const kindOf = (kind: Kind) => (kind === 'unknown' ? '不知道有没有送到的消息' : '没处理成的消息')
const list = (p: { count: number; codes: readonly string[] }) =>
  `${p.codes.join('、')}${p.count > p.codes.length ? ` 等 ${p.count} 条` : ''}`

/** 状态 不明、状态 没处理、重发、重做、放弃 */
export const unsettled = {
  notYours: '这些由管理全部的管理员来处理，请联系他们。',
  see: { unknown: '状态 不明', dead: '状态 没处理' },
  none: { unknown: '没有送达不明的消息。', dead: '没有没处理成的消息。' },
  header: {
    unknown: (p: { count: number }) => `不知道有没有送到的 ${p.count} 条：`,
    dead: (p: { count: number }) => `没处理成的 ${p.count} 条，新的在前：`,
  },
  unknownLine: (p: { code: string; who: string; when: string; words: string }) =>
    `${p.code} 发给 ${p.who}，${p.when}：「${p.words}」`,
  deadLine: (p: { code: string; when: string; what: string; reason: string }) =>
    `${p.code} ${p.when} ${p.what}；原因：${p.reason}`,
  said: (p: { who: string; words: string }) => `${p.who} 说「${p.words}」`,
  job: (p: { queue: string }) => `内部任务 ${p.queue}`,
  room: (p: { name: string }) => `群「${p.name}」`,
  stranger: (p: { platform: string }) => `${p.platform} 上没登记的人`,
  footer: {
    unknown: '再发一次就说「重发 X1」或「重发 全部」，对方可能会收到两次；不用发了就说「放弃 X1」。',
    dead: '再处理一次就说「重做 D1」或「重做 全部」；不用了就说「放弃 D1」。',
  },
  which: (p: { did: Did }): string =>
    p.did === 'again'
      ? '要再来一次的是哪一条？先看「状态 不明」或「状态 没处理」，再说「重发 X1」或「重做 D1」。'
      : '要放弃的是哪一条？先看「状态 不明」或「状态 没处理」，再说「放弃 X1」或「放弃 D1」。',
  check: (p: { kind: Kind; did: Did; count: number }) =>
    p.did === 'left'
      ? `有 ${p.count} 条${kindOf(p.kind)}，都不管了吗？回复 是`
      : p.kind === 'unknown'
        ? `有 ${p.count} 条${kindOf(p.kind)}，都再发一次吗？有人可能会收到两次。回复 是`
        : `有 ${p.count} 条${kindOf(p.kind)}，都再处理一次吗？回复 是`,
  done: (p: { did: Did; count: number; codes: readonly string[] }) =>
    p.did === 'again' ? `好了，马上再来一次：${list(p)}。` : `好了，不再管：${list(p)}。`,
  notThere: (p: { count: number; codes: readonly string[] }) => `${list(p)} 不在等处理，没有动。`,
  appeared: (p: { count: number }) =>
    `有 ${p.count} 条消息不知道有没有送到：发送时断了，渠道又不能查重，所以没有自动再发。回复「状态 不明」看是哪几条。`,
}
