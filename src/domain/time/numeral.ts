const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Pattern source of one whole number as people type it: `12`, `十二`, `两`. Not every match is a number. */
export const numeral = '(?:\\d{1,4}|[〇零一二两三四五六七八九十百]{1,6})'

const spoken =
  /^(?:([一二两三四五六七八九])百)?(?:([一二三四五六七八九])?(十))?(零)?([一二三四五六七八九])?$/u

/**
 * The number behind a numeral, up to 4 digits or 999 in Chinese. `undefined` when it is not said properly:
 * `一百二` may be 102 or 120, `二十十` is nothing.
 */
export function readNumeral(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (text === '两') return 2
  if (text === '零' || text === '〇') return 0
  const match = spoken.exec(text)
  if (!match || text === '') return undefined
  const [, hundreds, tens, ten, zero, ones] = match
  const skipsTens = hundreds !== undefined && ten === undefined && ones !== undefined
  if ((zero !== undefined) !== skipsTens) return undefined
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones)
}

/** Digits said one by one, as years are: `二〇二六` is 2026. */
export function readDigits(text: string): number | undefined {
  const read = [...text].map((sign) => (/\d/.test(sign) ? Number(sign) : digits[sign]))
  return text === '' || read.includes(undefined) ? undefined : Number(read.join(''))
}

function digit(sign: string | undefined): number {
  return sign === undefined ? 0 : (digits[sign] ?? 0)
}
