import { z } from 'zod'
import { readYesNo } from '../answers.ts'
import type { Grammar } from '../grammar.ts'
import { isAsking } from '../parse/asking.ts'
import { isSurelyName } from '../parse/person-name.ts'
import { isPlaceholder } from '../parse/placeholder.ts'
import { isQuiet } from '../parse/quiet.ts'
import { withoutThanks } from '../parse/take.ts'
import { consentQuestion } from './consent-question.ts'
import { birthQuestion, readNameAndBirth } from './name-and-birth.ts'
import { readSkills } from './skill-words.ts'

const shape = z.object({
  name: z.string().min(1).max(40).optional(),
  /** A mainland mobile number of 11 digits. */
  phone: z.string().optional(),
  /** `1990` or `1990-05-01`. */
  birth: z.string().optional(),
  skills: z.array(z.string().max(40)).max(10).optional(),
  consent: z.boolean().optional(),
  skipPhone: z.boolean().optional(),
  /** 你的姓名 was said where the name belongs. */
  unnamed: z.boolean().optional(),
  /** Already registered: the answer to what one can do, in `skills`; without them it was skipped. */
  more: z.boolean().optional(),
})

const readPhone = (text: string): string | undefined => /^1[3-9]\d{9}$/.exec(text.replace(/[\s-]/g, ''))?.[0]
const phoneAnywhere = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/
const skip = new Set(['跳过', '没有', '不填', '无', 'skip', 'none', 'no'])
const introduction = /^(?:我叫|我是|我的名字(?:是|叫)|名字(?:是|叫)|my name is|i am|i'm)\s*/i

/** `注册 张三 13800000000 法律援助`: in any order; what is missing is asked for. */
export const registerGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'register',
  words: { 'zh-CN': ['注册', '登记', '我要注册'], en: ['register', 'sign me on'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const said = rest.match(phoneAnywhere)
    const phone = said ? readPhone(said[0]) : undefined
    const left = said ? rest.replace(said[0], ' ') : rest
    const { name, placeholder, birth, rest: skills } = readNameAndBirth(left, reading)
    const known = { ...(phone && { phone }), ...(birth && { birth }) }
    if (placeholder) return { args: { ...known, unnamed: true }, loose: true }
    if (!name || /^V\d+$/.test(name)) return undefined
    if (
      skills.length > 10 ||
      skills.some((skill) => /\d/.test(skill) || skill.length > 40 || isAsking(skill))
    )
      return undefined
    return {
      args: { name, ...known, ...(skills.length > 0 && { skills }) },
      loose: !phone && !isSurelyName(name),
    }
  },
  questions: {
    name: {
      free: true,
      read(text) {
        const name = withoutThanks(text.replace(introduction, '')).trim()
        if (isPlaceholder(name)) return { unnamed: true }
        if (isAsking(name) || isQuiet(name) || readYesNo(name) !== undefined) return undefined
        return /^[^\n\d]{1,40}$/u.test(name) ? { name, unnamed: undefined } : undefined
      },
    },
    phone: {
      read(text) {
        if (skip.has(withoutThanks(text).toLowerCase())) return { skipPhone: true }
        const phone = readPhone(text)
        return phone ? { phone } : undefined
      },
    },
    birth: birthQuestion,
    consent: consentQuestion,
    more: {
      free: true,
      optional: true,
      read(text) {
        const said = withoutThanks(text).toLowerCase()
        if (said === '0' || skip.has(said)) return { more: true }
        const skills = readSkills(withoutThanks(text))
        return skills && { more: true, skills }
      },
    },
  },
  needs: 'anyone',
  where: 'anywhere',
}
