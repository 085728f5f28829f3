import { type Conversation, type View, nothingSaid } from './conversation.ts'

/** What outlives a reload of the page in this tab, and nothing longer. */
export type Remembered = { conversation: Conversation; seen: string; view: View }

const nothing: Remembered = { conversation: nothingSaid, seen: '', view: { person: '', room: undefined } }
const name = 'liandong.playground.1'

/** What this tab knew before it was loaded anew; nothing at the first time. */
export function remembered(): Remembered {
  try {
    const stored = sessionStorage.getItem(name)
    return stored ? (JSON.parse(stored) as Remembered) : nothing
  } catch {
    return nothing
  }
}

/** Keeps it; a browser that stores nothing only loses it at the next reload. */
export function remember(what: Remembered): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(what))
  } catch {
    sessionStorage.clear()
  }
}
