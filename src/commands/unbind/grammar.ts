import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ team: z.string().optional(), confirm: z.boolean().optional() })

/** `解绑`, said in the group: it is no team's group any more. */
export const unbindGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'unbind',
  words: { 'zh-CN': ['解绑', '解除绑定'], en: ['unbind'] },
  shape,
  read: (rest, { snapshot }) =>
    rest === '' ? { args: {} } : snapshot.teams.includes(rest) ? { args: { team: rest } } : undefined,
  questions: {
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'socialWorker',
  where: 'room',
}
