/** What makes a sentence a question or a doubt. Words after a command that ask something order nothing. */
const asking = [
  '?',
  '吗',
  '么',
  '多少',
  '几点',
  '几个',
  '几号',
  '怎么',
  '怎样',
  '如何',
  '哪',
  '谁',
  '为啥',
  '干啥',
  '是不是',
  '能不能',
  '有没有',
  '可不可以',
  '要不要',
  '会不会',
  '行不行',
  '好不好',
  '对不对',
  '了没',
  '可以',
]

/** Whether words ask rather than tell: `取消A12了吗` must not cancel anything. */
export function isAsking(text: string): boolean {
  return asking.some((word) => text.includes(word)) || /(?:呢|没有[啊呀]?)$/.test(text)
}
