export type TelegramRequest = { query: URLSearchParams; headers: Record<string, string>; body: Buffer }

export type TelegramSaid = {
  update: number
  message?: number
  user: number
  name?: string
  room?: { id: number; title: string; thread?: number }
  text?: string
  /** Fields that are otherwise, or more. */
  other?: object
}

type Entity = { type: string; offset: number; length: number }

/** What Telegram marks in a text: commands at its beginning, and names. */
const entitiesOf = (text: string): Entity[] =>
  [...text.matchAll(/^\/\w+(?:@\w+)?|@\w+/g)].map(({ 0: part, index }) => ({
    type: part.startsWith('/') ? 'bot_command' : 'mention',
    offset: index,
    length: part.length,
  }))

/** An update with a message, in the form of core.telegram.org/bots/api#update. `at` is in milliseconds. */
export function telegramUpdate(said: TelegramSaid, at: number): object {
  const { update, message = update, user, name = '张三', room, text, other } = said
  return {
    update_id: update,
    message: {
      message_id: message,
      date: Math.floor(at / 1000),
      chat: room
        ? { id: room.id, type: 'supergroup', title: room.title }
        : { id: user, type: 'private', first_name: name },
      ...(room?.thread !== undefined && { message_thread_id: room.thread, is_topic_message: true }),
      from: { id: user, is_bot: false, first_name: name, language_code: 'zh-hans' },
      ...(text !== undefined && { text, entities: entitiesOf(text) }),
      ...other,
    },
  }
}

/** That as a request with the secret. */
export const telegramRequest = (secret: string, json: object | string): TelegramRequest => ({
  query: new URLSearchParams(),
  headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
  body: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)),
})

/** What somebody could try who does not know the secret. */
export function telegramForgeries({ headers, body, query }: TelegramRequest) {
  const secret = headers['x-telegram-bot-api-secret-token'] ?? ''
  const flipped = (at: number) =>
    secret.slice(0, at) + (secret[at] === 'x' ? 'y' : 'x') + secret.slice(at + 1)
  const others: [string, Record<string, string>][] = [
    ['no secret', {}],
    ['an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
    ['the first character of the secret changed', { 'x-telegram-bot-api-secret-token': flipped(0) }],
    [
      'the last character of the secret changed',
      { 'x-telegram-bot-api-secret-token': flipped(secret.length - 1) },
    ],
    ['half of the secret', { 'x-telegram-bot-api-secret-token': secret.slice(0, 8) }],
    ['more than the secret', { 'x-telegram-bot-api-secret-token': `${secret}x` }],
    ['the secret in another header', { authorization: secret }],
  ]
  return others.map(([name, forged]) => ({ name, request: { query, headers: forged, body } }))
}
