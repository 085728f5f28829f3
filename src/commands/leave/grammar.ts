import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ team: z.string().max(40).optional() })

/** `退出 南园队`: ends one's own membership of a team. */
export const leaveGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'leave',
  words: { 'zh-CN': ['退出'], en: ['leave'] },
  shape,
  read(rest, { snapshot }) {
    if (rest === '') return { args: {}, loose: true }
    const team = snapshot.teams.find((name) => name.toLowerCase() === rest.toLowerCase())
    return team ? { args: { team } } : undefined
  },
  questions: {
    team: {
      read(text, { snapshot }) {
        const team = snapshot.teams.find((name) => name.toLowerCase() === text.toLowerCase())
        return team ? { team } : undefined
      },
    },
  },
  needs: 'registered',
  where: 'anywhere',
}
