import type { Grammar } from '../grammar.ts'
import { codeQuestion, type OneActivity, oneActivityShape, readOneActivity } from '../one-activity.ts'

/** `签退 A12`, `签退` alone. */
export const checkoutGrammar: Grammar<OneActivity> = {
  name: 'checkout',
  words: { 'zh-CN': ['签退'], en: ['checkout', 'check out', 'check-out'] },
  shape: oneActivityShape,
  read: readOneActivity,
  questions: { code: codeQuestion },
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}
