/** Command words that people in a group also say to each other. Alone, they are for the bot only when it is addressed. */
const chatter = new Set(['我', 'me', '?', '别再发了', 'stop', 'start', '功能', '菜单', '参加'])

/** Whether a command word that stands alone is ordinary talk in a group. */
export function isChatter(word: string): boolean {
  return chatter.has(word)
}
