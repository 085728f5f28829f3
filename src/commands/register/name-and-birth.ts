import type { Question, Reading } from '../grammar.ts'
import { readPersonName } from '../parse/person-name.ts'
import { isPlaceholder } from '../parse/placeholder.ts'
import { words } from '../parse/take.ts'
import { readBirth } from './read-birth.ts'

/** What was said of a person: `name` is undefined when none was said, `placeholder` when 你的姓名 stands for it. */
type NameAndBirth = {
  name: string | undefined
  placeholder: boolean
  birth: string | undefined
  /** Words after the name. */
  rest: string[]
}

/** Reads `张三 1990 急救` with the birth anywhere: Latin words that follow each other are one name, others a word each. */
export function readNameAndBirth(text: string, reading: Reading): NameAndBirth {
  const said = words(text)
  const birth = said.map((word) => readBirth(word, reading)).find(Boolean)
  const plain = said.filter((word) => !readBirth(word, reading))
  const latin = plain.findIndex((word) => !/^[A-Za-z.'-]+$/.test(word))
  const length = latin === 0 ? 1 : latin === -1 ? plain.length : latin
  const first = plain.slice(0, length).join(' ')
  return {
    name: readPersonName(first),
    placeholder: isPlaceholder(first),
    birth,
    rest: plain.slice(length),
  }
}

/** The answer to when somebody was born. */
export const birthQuestion: Question<{ birth?: string | undefined }> = {
  read(text, reading) {
    const birth = readBirth(text, reading)
    return birth ? { birth } : undefined
  },
}
