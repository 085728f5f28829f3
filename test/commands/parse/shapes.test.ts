import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grammar } from '../../../src/commands/grammar.ts'
import { commands } from '../../../src/commands/index.ts'
import { direct, reading } from '../../support/parsing.ts'

type AnyGrammar = Grammar<Record<string, unknown>>

/** What the parser makes of a text is stored, and read again by the command's own shape: it must never refuse. */
const folder = new URL('../../../src/commands/', import.meta.url)
const isGrammar = (value: unknown): value is AnyGrammar =>
  typeof value === 'object' && value !== null && 'shape' in value && 'read' in value
const names = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter(({ name, parentPath }) => name === 'grammar.ts' && /commands\/[^/]+\/?$/.test(parentPath))
  .map(({ parentPath }) => parentPath.replace(/\/$/, '').split('/').at(-1) ?? '')
const modules = await Promise.all(
  names.map((name): Promise<Record<string, unknown>> => import(new URL(`${name}/grammar.ts`, folder).href)),
)
const grammars = modules.flatMap((found) => Object.values(found).filter(isGrammar))

test('every command has its grammar here', () =>
  expect(grammars.map(({ name }) => name).toSorted()).toEqual(commands.map(({ name }) => name).toSorted()))

const words =
  'A12 A1 H5 B7 V123 张三 3小时 0小时 周六 9:00-12:00 南园队 园岭站 全部 除 社工 新建 0岁 要求: 、 10人 本月 | ,'
/** Words that every JavaScript object knows: no list of ours may take them for its own. */
const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']
const piece = fc.constantFrom(...words.split(' '), ' ', '\n', '休息 20小时')
const rest = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(...inherited),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
)

describe.each(grammars.map((one) => [one.name, one] as const))('%s', (_name, { shape, read, questions }) => {
  test('takes what it has read', () => {
    fc.assert(
      fc.property(rest, (said) => {
        const found = read(said.trim(), reading)
        if (found) expect(shape.safeParse(found.args).success).toBe(true)
        for (const question of Object.values(questions ?? {})) {
          const answer = said === '' ? undefined : question.read(said, reading, {})
          if (answer) expect(shape.safeParse({ ...read('', reading)?.args, ...answer }).success).toBe(true)
        }
      }),
    )
  })
})

test.each([
  `广播 ${'南园队、'.repeat(80)}内容`,
  '发布 探访 | 0岁 | 休息 20小时 | 要求: 、',
  `发布 探访 | 技能: ${'长'.repeat(90)}`,
  `帮助 ${'İ'.repeat(40)}`,
])('%s is never more than can be kept', (text) => {
  for (const { command, args } of direct(text).actions)
    expect(grammars.find(({ name }) => name === command)?.shape.safeParse(args).success).toBe(true)
})

test('an answer of six codes is its first five', () => {
  const six = 'A1 A2 A3 A4 A5 A6'
  for (const name of ['signup', 'cancel'])
    expect(grammars.find((one) => one.name === name)?.questions?.codes?.read(six, reading, {})).toEqual({
      codes: ['A1', 'A2', 'A3', 'A4', 'A5'],
    })
})
