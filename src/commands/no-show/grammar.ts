import type { Grammar } from '../grammar.ts'
import { type PeopleAt, peopleAtQuestions, peopleAtShape, readPeopleAt } from '../people-at.ts'

/** `缺席 A12 张三`, `缺席 A12 张三 李四`. */
export const noShowGrammar: Grammar<PeopleAt> = {
  name: 'no-show',
  words: { 'zh-CN': ['缺席', '缺勤'], en: ['no-show', 'no show', 'absent'] },
  shape: peopleAtShape,
  read: (rest) => readPeopleAt(rest),
  questions: peopleAtQuestions,
  needs: 'leader',
  where: 'anywhere',
}
