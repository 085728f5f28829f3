import type { Entity } from './update.ts'

/** The bot as it is meant in texts: its number, and its name without `@` where that matters. */
export type Me = { id: string; username?: string }

export type Words = { text: string; mentionsBot: boolean; forAnother: boolean }

/** Telegram's own word for the first contact, and what ours is. */
const firstWord: Record<string, string> = { start: 'help' }

/** Whether somebody is meant by `@name`: then the bot's own name has to be known. */
export const namesSomebody = (said: string, entities: readonly Entity[]): boolean =>
  said.includes('@') && entities.some(({ type }) => type === 'mention' || type === 'bot_command')

/**
 * What is said, without mentions of the bot: `@name`, a link to it, and `/help@name`, which is `help`. Offsets are in
 * UTF-16, as in JavaScript. `forAnother`: it is a command of another bot.
 */
export function readWords(said: string, entities: readonly Entity[], me: Me): Words {
  let [text, mentionsBot, forAnother] = [said, false, false]
  for (const { type, offset, length, user } of entities.toSorted((a, b) => b.offset - a.offset)) {
    const part = said.slice(offset, offset + length)
    const put = (words: string) => void (text = text.slice(0, offset) + words + text.slice(offset + length))
    const named = part.slice(part.indexOf('@') + 1).toLowerCase() === me.username?.toLowerCase()
    if ((type === 'mention' && named) || (type === 'text_mention' && user?.id === me.id)) {
      mentionsBot = true
      put(' ')
    }
    if (type !== 'bot_command' || offset !== 0) continue
    const isNamed = part.includes('@')
    const word = part.slice(1).split('@')[0] ?? ''
    mentionsBot ||= isNamed && named
    forAnother ||= isNamed && !named
    put(firstWord[word] ?? word)
  }
  return { text, mentionsBot, forAnother }
}
