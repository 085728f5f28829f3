/** What asks for no answer: thanks, a receipt, a sticker, a picture. */
const quiet =
  /^(?:(?:好的?|ok|嗯+|收到|知道了|明白了?|谢谢(?:你|您|啦|了)?|多谢|辛苦了|thanks|thank you|got it|\[[^\]\n]{1,20}\]|[\p{Extended_Pictographic}\p{Emoji_Component}\s,。.!~、])+)$/iu

/** Whether nobody expects an answer to this. */
export function isThanks(text: string): boolean {
  return quiet.test(text) && !/^\d+$/.test(text)
}
