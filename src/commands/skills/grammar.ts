import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isAsking } from '../parse/asking.ts'
import { words } from '../parse/take.ts'

/** Skills of one person at most. */
export const mostSkills = 10
/** Characters of a skill at most. */
const longest = 20

const shape = z.object({ skills: z.array(z.string().max(longest)).max(mostSkills).optional() })

const none = new Set(['无', '没有', '清空', 'none'])

/** `专长 急救、粤语`: what one can do; calls to `#急救` and activities that need it go by this. */
export const skillsGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'skills',
  words: { 'zh-CN': ['专长', '特长', '我的专长'], en: ['skills', 'my skills'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {} }
    if (none.has(rest.toLowerCase())) return { args: { skills: [] } }
    const skills = [...new Set(words(rest).map((word) => word.replace(/^#/, '')))]
    const isOne = (skill: string) =>
      skill.length <= longest && /^\p{L}[\p{L}\p{N}·-]*$/u.test(skill) && !isAsking(skill)
    return skills.length > 0 && skills.length <= mostSkills && skills.every(isOne)
      ? { args: { skills }, loose: true }
      : undefined
  },
  needs: 'registered',
  where: 'anywhere',
}
