import type { z } from 'zod'
import { readWideYes } from '../answers.ts'
import { numberQuestion } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { heldRoleShape, readHeldRole } from '../held-role.ts'

/** `授权 张三 社工 南园队`: a role for a scope. */
export const grantGrammar: Grammar<z.infer<typeof heldRoleShape>> = {
  name: 'grant',
  words: { 'zh-CN': ['授权'], en: ['grant'] },
  shape: heldRoleShape,
  read: (rest, { snapshot }) => (rest === '' ? { args: {}, loose: true } : readHeldRole(rest, snapshot)),
  questions: {
    who: numberQuestion,
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'admin',
  where: 'anywhere',
}
