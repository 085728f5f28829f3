type Facts = { entry: string; code: string; when: string; was: string; is: string; reason: string }

/** 时长少了，按原来时长开的证明不再算数。 */
const withdrawn = (numbers: readonly string[]) =>
  numbers.length > 0 ? `\n按原来时长开的证明已撤回：${numbers.join('、')}。` : ''

/** 更正 */
export const correct = {
  which: '更正哪一条？例如「更正 H55 2小时 早走了一小时」。',
  notVerified: (p: { entry: string; state: string }) =>
    `${p.entry} ${p.state}，只有已核实的才用更正。没核实的可以「核实」或「驳回」。`,
  askTime: (p: { entry: string; was: string }) => `${p.entry} 现在是${p.was}，应该是多久？例如「2小时」。`,
  same: (p: { entry: string; was: string }) => `${p.entry} 本来就是${p.was}，没有改动。`,
  tooLong: (p: { entry: string; most: string }) =>
    `${p.entry} 那段时间一共只有${p.most}，没有改动。别的时间做的请用「补录」。`,
  why: (p: { entry: string }) => `更正 ${p.entry} 的原因是什么？会告诉本人。`,
  full: (p: { entry: string }) => `更正后那天会超过 12 小时，没有改动（${p.entry}）。`,
  overtaken: (p: { entry: string }) => `${p.entry} 刚刚被别人更正过，没有改动。请再看一次。`,
  second: (p: { entry: string; request: string }) =>
    `更正后那天会超过 8 小时，要另一位社工同意（${p.request}），${p.entry} 先不变。`,
  request: (p: { who: string; entry: string; is: string; reason: string }) =>
    `${p.who} 想把 ${p.entry} 更正为${p.is}（当天超过 8 小时）：${p.reason}`,
  refused: (p: { entry: string }) => `没有更正 ${p.entry}，已告诉提出的社工。`,
  answered: (p: {
    entry: string
    agreed: boolean
    numbers: readonly string[]
    reason: string | undefined
  }) =>
    p.agreed
      ? `${p.entry} 的更正已同意，生效了。${withdrawn(p.numbers)}`
      : `${p.entry} 的更正没有通过${p.reason ? `：${p.reason}` : '。'}`,
  done: (p: Facts & { who: string; numbers: readonly string[] }) =>
    `已更正 ${p.entry}（${p.who} ${p.when} ${p.code}）：${p.was} → ${p.is}，原来的也留着，已告诉本人。${withdrawn(p.numbers)}`,
  told: (p: Facts & { by: string; numbers: readonly string[] }) =>
    `${p.by} 把你 ${p.when} ${p.code} 的时长从${p.was}更正为${p.is}（${p.entry}）：${p.reason}。有出入请告诉 ${p.by}。${p.numbers.length > 0 ? `${withdrawn(p.numbers)}需要新的就说「证明」。` : ''}`,
}
