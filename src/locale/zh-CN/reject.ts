type Facts = { entry: string; code: string; when: string; time: string; reason: string }

/** 驳回 */
export const reject = {
  whichEntry: '驳回哪一条？例如「驳回 H55 没有到场」。「待核」看看有哪些。',
  noEntry: (p: { entry: string }) => `没有 ${p.entry} 这一条。「待核」看看有哪些。`,
  outOfScope: (p: { entry: string }) => `${p.entry} 由负责那个队的社工来处理，请联系他们。`,
  own: (p: { entry: string }) => `${p.entry} 是你自己的，由别的社工来处理。`,
  settled: (p: { entry: string; state: string }) => `${p.entry} ${p.state}，没有改动。`,
  why: (p: { entry: string }) => `驳回 ${p.entry} 的原因是什么？会告诉本人。`,
  done: (p: Facts) => `已驳回 ${p.entry}（${p.when} ${p.code} ${p.time}），已告诉本人。`,
  told: (p: Facts) =>
    `${p.entry}（${p.when} ${p.code} ${p.time}）没有通过：${p.reason}。可以重新记时，或联系负责的社工。`,
}
