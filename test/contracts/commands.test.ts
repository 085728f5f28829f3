import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { locales, textsFor } from '../../src/locale/index.ts'
import { direct } from '../support/parsing.ts'
import { sourceFiles } from '../support/source-tree.ts'

/** `认领` and `claim` need a code at once; every other command asks for what is missing. */
const needsCode = new Set(['claim'])

/** Everything that is said somewhere in the tests that go the real path: texts in quotes, lower case. */
const said = sourceFiles('test')
  .filter(({ text }) => text.includes('support/app.ts'))
  .flatMap(({ text }) => [...text.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)])
  .map((match) => (match[2] ?? '').toLowerCase())

describe.each(commands.map((one) => [one.name, one] as const))(
  '%s',
  (name, { words, needs, where, run, questions }) => {
    test('is said in both languages, and each of its words reaches it', () => {
      for (const said of [...words['zh-CN'], ...words.en]) {
        const { actions } = direct(needsCode.has(name) ? `${said} CODE` : said)
        expect(
          actions.map(({ command }) => command),
          said,
        ).toEqual([name])
      }
      expect(Math.min(words['zh-CN'].length, words.en.length)).toBeGreaterThan(0)
    })

    test.each(locales)('its example in %s is understood as that command', (locale) => {
      const lines: Record<string, { example: string; does: string }> = textsFor(locale).help.commands
      const line = lines[name]
      expect(line?.does).not.toBe('')
      expect(direct(line?.example ?? '').actions.map(({ command }) => command)).toEqual([name])
    })

    test.each(locales)('is said in %s in a conversation of the tests', (locale) => {
      const begins = words[locale].flatMap((word) => (locale === 'en' ? [`${word} `] : [word]))
      const used = said.filter(
        (text) => words[locale].includes(text) || begins.some((begin) => text.startsWith(begin)),
      )
      expect(used, `no conversation says ${words[locale].join(' or ')}`).not.toEqual([])
    })

    test('says who may use it and where', () => {
      expect(['anyone', 'registered', 'volunteer', 'leader', 'socialWorker', 'admin']).toContain(needs)
      expect(['anywhere', 'direct', 'room']).toContain(where)
      expect(run).toBeTypeOf('function')
      for (const question of Object.values(questions ?? {})) expect(question.read).toBeTypeOf('function')
    })
  },
)

test('no two commands share a word or a name', () => {
  const words = commands.flatMap(({ words: said }) => [...said['zh-CN'], ...said.en])
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
})

test('a question that almost any text could answer still says so: a wholly fitting command comes first', () => {
  const post = commands.find(({ name }) => name === 'post')
  expect([post?.questions?.title?.free, post?.questions?.category?.free]).toEqual([true, undefined])
})
