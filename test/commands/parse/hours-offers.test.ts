import { describe, expect, test } from 'vitest'
import { hoursGrammar } from '../../../src/commands/hours/grammar.ts'
import { logGrammar } from '../../../src/commands/log/grammar.ts'
import { createParser } from '../../../src/commands/parse.ts'
import { pendingGrammar } from '../../../src/commands/pending/grammar.ts'
import { rejectGrammar } from '../../../src/commands/reject/grammar.ts'
import { statsGrammar } from '../../../src/commands/stats/grammar.ts'
import { verifyGrammar } from '../../../src/commands/verify/grammar.ts'
import { formatMinutes } from '../../../src/locale/format.ts'
import { locales, textsFor } from '../../../src/locale/index.ts'

// What the bot offers as a button or gives as an example must be understood when it is said.

const grammars = [logGrammar, hoursGrammar, pendingGrammar, verifyGrammar, rejectGrammar, statsGrammar]
const parse = createParser(grammars)
const reading = {
  now: Date.parse('2026-11-29T10:00:00+08:00'),
  zone: 'Asia/Shanghai',
  snapshot: { teams: [], stations: [], categories: [] },
}
const actions = (text: string) => parse(text, { reading, addressed: true }).actions

describe('the answer to how long', () => {
  const read = (text: string) => logGrammar.questions?.minutes?.read(text, reading, {})

  test.each(['3小时', '大概3小时', '做了差不多三个小时左右', 'about 3 hours'])('%s is three hours', (text) =>
    expect(read(text)).toMatchObject({ minutes: 180 }),
  )
  test.each(['3', '三', '半天', '大概半天吧', '2:30', '一上午'])('「%s」 is half of one', (text) =>
    expect(read(text)).toHaveProperty('unclear'),
  )
  test.each(['不知道', '谢谢', '问一下三'])('「%s」 is none', (text) => expect(read(text)).toBeUndefined())
})

describe.each(locales)('%s', (locale) => {
  const texts = textsFor(locale)

  test.each([1, 45, 60, 90, 150, 180, 480, 720])(
    '%i minutes, as the bot writes them, answer how long',
    (minutes) => {
      const written = formatMinutes(minutes, texts)
      expect(logGrammar.questions?.minutes?.read(written, reading, {})).toMatchObject({ minutes })
    },
  )

  test('buttons', () => {
    const verify = { command: 'verify', args: { code: 'A12', pick: 'all' } }
    expect(actions(texts.pending.verifyAll({ code: 'A12' }))).toEqual([verify])
    expect(actions(texts.verify.seePending)).toEqual([{ command: 'pending', args: {} }])
    expect(verifyGrammar.questions?.pick?.read(texts.verify.all, reading, {})).toEqual({ pick: 'all' })
  })

  test('examples in quotes', () => {
    const facts = { code: 'A12', range: '', planned: formatMinutes(180, texts) }
    const said = [
      texts.log.nothingToLog,
      texts.log.problems.empty(facts),
      texts.log.problems.over_plan(facts),
      texts.verify.whichActivity,
      texts.verify.more({ code: 'A12' }),
      texts.pending.next({ code: 'A12' }),
      texts.reject.whichEntry,
      texts.reject.noEntry({ entry: 'H9' }),
    ]
    const examples = said.flatMap((text) =>
      [...text.matchAll(/「([^」]+)」|"([^"]+)"/g)].map(([, zh, en]) => zh ?? en ?? ''),
    )
    expect(examples.length).toBeGreaterThanOrEqual(8)
    expect(examples.filter((example) => actions(example).length !== 1)).toEqual([])
  })
})

test('a range without a day is marked, so that it is put on the activity’s day', () => {
  expect(actions('记时 A12 9:00-12:00')).toMatchObject([{ command: 'log', args: { undated: true } }])
  expect(actions('记时 A12 昨天 9:00-12:00')[0]?.args.undated).toBeUndefined()
})
