import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ team: z.string().min(1).max(40).optional() })

/** `绑定 南园队`, said in the group: its team. */
export const bindGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'bind',
  words: { 'zh-CN': ['绑定'], en: ['bind'] },
  shape,
  read(rest, { snapshot }) {
    if (rest === '') return { args: {}, loose: true }
    if (rest.length > 40 || rest.includes('\n')) return undefined
    return { args: { team: rest }, loose: !snapshot.teams.includes(rest) }
  },
  questions: {
    team: { read: (text, { snapshot }) => (snapshot.teams.includes(text) ? { team: text } : undefined) },
  },
  needs: 'socialWorker',
  where: 'room',
}
