import { takeDate } from '../../domain/time/take-date.ts'
import type { Reading } from '../grammar.ts'
import { readPersonName } from './person-name.ts'
import { hasSurname } from './surnames.ts'
import { takeCode } from './take.ts'

/** People somebody else may be, right before what they do: `我妈妈来不了`, but not `孩子病了我来不了`. */
const others =
  /(?:[他她它]们?|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|阿姨|叔叔|老公|老婆|丈夫|妻子|儿子|女儿|孩子|小孩|哥哥?|姐姐?|弟弟?|妹妹?|朋友|同学|同事|邻居|老师|社工|义工|队友|大家)(?:们)?$/
const othersEnglish =
  /\b(?:he|she|they|(?:my|his|her|our) (?:mother|father|mum|mom|dad|wife|husband|son|daughter|child|sister|brother|friend|neighbour|neighbor|colleague))$/i
/** 帮李秀英报名, for Mary: what follows is for somebody. */
const behalf = /(?:帮|替|给|代)(?!我|自己|忙)(\p{Script=Han}{2,4})$/u

/** 李秀英要晚到: what stands between who and what they do. */
const wish = /(?:想|要|会|可能|得|打算)+$/

/**
 * Whether the words before what somebody does name another person as the one who does it: `李秀英周六来不了`. Dates and
 * codes between the two do not matter.
 */
export function isAboutAnother(before: string, reading: Reading): boolean {
  const words = withoutDates(before, reading).replace(wish, '')
  if (others.test(words) || othersEnglish.test(words) || behalf.test(words)) return true
  return [words, words.split(/[\s的]/, 1)[0] ?? ''].some(
    (name) => readPersonName(name) !== undefined && (hasSurname(name) || capitalised.test(name)),
  )
}

/** A word such as I begins with a capital as well. */
const capitalised = /^[A-Z][a-z]+ [A-Z]/

/** The text without days and codes, wherever they stand. */
function withoutDates(text: string, { now, zone }: Reading): string {
  let words = ''
  let rest = text
  while (rest !== '') {
    const taken = takeDate(rest, { now, zone, toward: 'future' }) ?? takeCode(rest, 'A')
    if (!taken) words += rest.charAt(0)
    rest = taken ? taken.rest : rest.slice(1)
  }
  return words.replace(/[\s,、]+/g, ' ').trim()
}
