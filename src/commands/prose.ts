const wide: Readonly<Record<string, string>> = { ',': '，', '!': '！', '?': '？', ';': '；', ':': '：' }
/** A mark after a Chinese character or a Chinese bracket that closes, or right before one; not one in a link. */
const besideHan = /(?<=[\p{Script=Han}」』）》…])[,!?;:](?![\p{L}\p{N}]*:?\/\/)|[,!?;:](?=\p{Script=Han})/gu
const brackets = /\(([^()\n]*\p{Script=Han}[^()\n]*)\)/gu

/**
 * What somebody wrote for others to read, with Chinese marks in Chinese sentences. Folding makes every `，` a comma, so
 * that commands are understood however a phone writes them; 明天下雨,请带伞 is not what people expect to be sent.
 */
export function asProse(text: string): string {
  return text.replace(brackets, '（$1）').replace(besideHan, (mark) => wide[mark] ?? mark)
}
