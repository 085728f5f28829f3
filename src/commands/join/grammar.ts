import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isAsking } from '../parse/asking.ts'

const shape = z.object({ team: z.string().max(40).optional() })

/** `加入 南园队`: asks to be a member of a team. */
export const joinGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'join',
  words: { 'zh-CN': ['加入'], en: ['join'] },
  shape,
  read(rest, { snapshot }) {
    if (rest === '') return { args: {}, loose: true }
    const team = teamSaid(rest, snapshot.teams)
    if (team) return { args: { team } }
    return rest.length <= 20 && !/\s/.test(rest) && !isAsking(rest)
      ? { args: { team: rest }, loose: true }
      : undefined
  },
  questions: {
    team: {
      read(text, { snapshot }) {
        const team = teamSaid(text, snapshot.teams)
        return team ? { team } : undefined
      },
    },
  },
  needs: 'registered',
  where: 'anywhere',
}

const teamSaid = (text: string, teams: readonly string[]) =>
  teams.find((team) => team.toLowerCase() === text.toLowerCase())
