import type { Grammar } from '../grammar.ts'
import { type PeopleAt, peopleAtQuestions, peopleAtShape, readPeopleAt } from '../people-at.ts'

/** `准假 A12 张三`. */
export const excuseGrammar: Grammar<PeopleAt> = {
  name: 'excuse',
  words: { 'zh-CN': ['准假'], en: ['excuse'] },
  shape: peopleAtShape,
  read: (rest) => readPeopleAt(rest),
  questions: peopleAtQuestions,
  needs: 'leader',
  where: 'anywhere',
}
