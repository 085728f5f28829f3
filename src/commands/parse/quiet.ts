/** Longest text that may be thanks, in characters. */
const longest = 60

/** Thanks and receipts, longer ones before those they begin with. */
const words = [
  '好的',
  '好',
  'okay',
  'ok',
  '嗯',
  '收到',
  '知道了',
  '明白了',
  '明白',
  '了解了',
  '了解',
  '谢谢你们',
  '谢谢大家',
  '谢谢您',
  '谢谢你',
  '谢谢啦',
  '谢谢了',
  '谢谢',
  '谢了',
  '感谢',
  '多谢',
  '唔该',
  '辛苦了',
  '辛苦啦',
  '辛苦',
  '哈',
  'thank you',
  'thanks',
  'thx',
  'got it',
]
/** A sticker or picture as clients write it (`[微笑]`, `[图片]`), an emoji, a mark. */
const piece =
  /^(?:\[[^[\]\n]{1,20}\]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\s,。.!~、])/iu
const mark = /^[\s,。.!~、]$/

/** Whether nobody expects an answer to this: thanks, a receipt, a sticker, a picture, nothing at all. */
export function isQuiet(text: string): boolean {
  if (text.length > longest) return false
  let rest = text.toLowerCase()
  let said = text === ''
  while (rest !== '') {
    const found = words.find((word) => rest.startsWith(word)) ?? piece.exec(rest)?.[0]
    if (!found) return false
    said ||= !mark.test(found)
    rest = rest.slice(found.length)
  }
  return said
}
