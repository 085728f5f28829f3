/** 反映、答复、转、办结 */
export const report = {
  ask: '想反映什么？接着说就行，我转给负责的社工，不会发到群里。',
  nothingWaits: '没有等你答复的反映。自己有事要反映，接着说就行。',
  kept: (p: { report: string; owner: string | undefined }) =>
    `${p.owner ? `收到，已转给${p.owner}` : '收到，已记下'}，编号 ${p.report}。有答复我马上告诉你；想补充就说「反映 ${p.report} 要补充的话」。`,
  keptHere: '收到，已转给负责的社工，后面的事私信说。',
  tooMany: (p: { count: number }) =>
    `今天已经收下你 ${p.count} 件了，社工会一件一件看。要补充就说「反映 编号 要补充的话」；有生命危险请打 120 或 110。`,
  added: (p: { report: string }) => `已补充到 ${p.report}，也告诉了负责的社工。`,
  none: (p: { report: string }) => `没有找到 ${p.report}，请核对编号。说「反映」看看有哪些。`,
  own: (p: { report: string }) =>
    `${p.report} 是你自己反映的，要由别人来答复。可以说「转 ${p.report} 姓名」。`,
  over: (p: { report: string }) => `${p.report} 已经办结，没有改动。还有事就说「反映 …」再提一件。`,
  notice: (p: { report: string; who: string; team: string | undefined; text: string; more: boolean }) =>
    `${p.report} ${p.who}${p.team ? `（${p.team}）` : ' '}${p.more ? '补充' : '反映'}：${p.text}\n` +
    `可以说「答复 ${p.report} 内容」「转 ${p.report} 姓名」「办结 ${p.report}」。`,
  answerSaid: (p: { report: string }) => `答复 ${p.report}`,
  closeSaid: (p: { report: string }) => `办结 ${p.report}`,
  which: '哪一件？请带上编号，例如「答复 F12 内容」。「反映」看看有哪些。',
  list: '反映',
  askAnswer: (p: { report: string }) => `怎么答复 ${p.report}？说的话会原样转给反映的人。`,
  answered: (p: { report: string }) => `已答复 ${p.report}，转给了反映的人。办完了就说「办结 ${p.report}」。`,
  answer: (p: { report: string; who: string; text: string }) =>
    `你反映的 ${p.report} 有答复了（${p.who}）：${p.text}\n还有话就说「反映 ${p.report} 要补充的话」。`,
  closed: (p: { report: string }) => `${p.report} 已办结，已告诉反映的人。`,
  closedNotice: (p: { report: string }) =>
    `你反映的 ${p.report} 已经办结。还没解决，就再说一次「反映 …」。谢谢你告诉我们。`,
  askWho: (p: { report: string }) => `${p.report} 转给哪位社工？`,
  outOfScope: (p: { who: string }) => `${p.who} 不是这里的社工，没有改动。请转给能管这件事的社工。`,
  already: (p: { report: string; who: string }) => `${p.report} 本来就由${p.who}负责，没有改动。`,
  passed: (p: { report: string; who: string }) => `${p.report} 已转给${p.who}，已告诉双方。`,
  passedNotice: (p: { report: string; who: string }) => `你反映的 ${p.report} 现在由${p.who}跟进。`,
  takenNotice: (p: { report: string; who: string; by: string }) => `${p.by} 把 ${p.report} 转给了${p.who}。`,
  header: (p: { count: number }) => `等你答复的反映：${p.count} 件`,
  line: (p: { report: string; when: string; who: string; text: string; late: boolean }) =>
    `${p.report} ${p.when} ${p.who}：${p.text}${p.late ? '（已超期）' : ''}`,
  next: (p: { report: string }) => `可以说「反映 ${p.report}」看全文，或「答复 ${p.report} 内容」。`,
  states: { open: '待答复', late: '待答复，已超期', answered: '已答复', closed: '已办结' },
  head: (p: { report: string; state: string }) => `${p.report}（${p.state}）`,
  step: (p: {
    when: string
    who: string
    did: 'said' | 'answered' | 'passed' | 'closed'
    text: string
    to: string | undefined
  }) => {
    const deeds = {
      said: `：${p.text}`,
      answered: ` 答复：${p.text}`,
      passed: ` 转给 ${p.to}`,
      closed: ' 办结',
    }
    return `${p.when} ${p.who}${deeds[p.did]}`
  },
}
