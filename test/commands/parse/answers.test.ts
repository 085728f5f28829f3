import { describe, expect, test } from 'vitest'
import { isDrop, readPromptAnswer, readWideYes, readYesNo } from '../../../src/commands/answers.ts'

const yes = ['是', '是的', '对', '好', '好的', '可以', '确认', 'ok', 'yes']
const no = ['不', '不是', '不要', '算了', '否', 'no']

describe('yes and no are closed lists', () => {
  test.each(yes)('%s', (text) => expect(readYesNo(text)).toBe(true))
  test.each(no)('%s', (text) => expect(readYesNo(text)).toBe(false))
  test.each(['是不是也发给华强队？', '好像是', '收到', '1', ''])('「%s」 is neither', (text) =>
    expect(readYesNo(text)).toBeUndefined(),
  )
  test.each(yes)('%s reaches many only when it is 是 or 确认', (text) =>
    expect(readWideYes(text)).toBe(['是', '确认', 'yes'].includes(text) ? true : undefined),
  )
  test.each(['取消', '算了', '不要了'])('%s drops a question', (text) => expect(isDrop(text)).toBe(true))
  test('取消A12 drops nothing', () => expect(isDrop('取消A12')).toBe(false))
})

describe('a standing prompt', () => {
  test.each<[string, object]>([
    ...['1', '到', '能到', '来'].map((text): [string, object] => [text, { answer: 'yes' }]),
    ...['2', '不能到', '来不了', '去不了'].map((text): [string, object] => [text, { answer: 'no' }]),
    ['1 A12', { answer: 'yes', code: 'A12' }],
    ['来A12', { answer: 'yes', code: 'A12' }],
    ['A12 2', { answer: 'no', code: 'A12' }],
  ])('%s', (text, answer) => expect(readPromptAnswer(text)).toEqual(answer))
  test.each(['收到', '好的谢谢', '12', '到了吗', 'A12'])('%s promises nothing', (text) =>
    expect(readPromptAnswer(text)).toBeUndefined(),
  )
})
