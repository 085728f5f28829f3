import { readYesNo } from './answers.ts'

const longestName = 20
/** Signs that part the names of an audience, and spaces, which part the words of a command. */
const separators = /[\s,，、;；|｜#:：「」"]/
/** Words that mean every team. */
const taken = new Set(['全部', '所有', 'all'])
/** A number alone is somebody's phone, or the answer to another question. */
const numberOnly = /^\d+$/

/** Whether a team, station or category may be called so: it could be said, and means nothing else, where one is named. */
export function isNewName(name: string): boolean {
  return (
    name !== '' &&
    [...name].length <= longestName &&
    !separators.test(name) &&
    !numberOnly.test(name) &&
    !taken.has(name.toLowerCase()) &&
    readYesNo(name) === undefined
  )
}
