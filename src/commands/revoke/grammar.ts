import type { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar } from '../grammar.ts'
import { heldRoleShape, readHeldRole } from '../held-role.ts'

/** `撤权 张三 社工 南园队`: takes a role back; `撤权 张三` when there is only one. */
export const revokeGrammar: Grammar<z.infer<typeof heldRoleShape>> = {
  name: 'revoke',
  words: { 'zh-CN': ['撤权', '撤销授权', '取消授权'], en: ['revoke'] },
  shape: heldRoleShape,
  read: (rest, { snapshot }) => (rest === '' ? { args: {}, loose: true } : readHeldRole(rest, snapshot)),
  questions: {
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
