import type { Grammar } from '../grammar.ts'
import { codeQuestion, type OneActivity, oneActivityShape, readOneActivity } from '../one-activity.ts'

/** `名单 A12`: who comes; directly, never in a group. */
export const rosterGrammar: Grammar<OneActivity> = {
  name: 'roster',
  words: { 'zh-CN': ['名单', '报名名单'], en: ['roster'] },
  shape: oneActivityShape,
  read: readOneActivity,
  questions: { code: codeQuestion },
  needs: 'leader',
  where: 'anywhere',
}
