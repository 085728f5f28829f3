import { useEffect, useReducer, useRef, useState } from 'react'
import type { LiveState } from '../../chat/live-state.ts'
import { fetchState, listen, say } from './api.ts'
import { type ChatId, type Line, changed } from './conversation.ts'
import { remember, remembered } from './remembered.ts'

/** Who is speaking, and in which room or (undefined) directly to the bot. */
export type View = { person: string; room: string | undefined }

/** The chat that a view shows. */
export function chatOf(view: View): ChatId {
  return view.room === undefined ? `person:${view.person}` : `room:${view.room}`
}

/**
 * Everything that moves on the page: the service's state, what was said, who is looking where, and whether the
 * service can be heard. `unreachable` is the reason shown when a line could not even be posted.
 */
export function usePlayground(unreachable: string) {
  const [before] = useState(remembered)
  const [conversation, change] = useReducer(changed, before.conversation)
  const [state, setState] = useState<LiveState>()
  const [connected, setConnected] = useState<boolean>()
  const [view, setView] = useState<View>({ person: '', room: undefined })
  const seen = useRef(before.seen)
  const openChat = useRef<ChatId>('person:')

  useEffect(() => {
    const refresh = async () => {
      try {
        const fresh = await fetchState()
        setState(fresh)
        setView((now) => (now.person ? now : { ...now, person: fresh.people[0]?.id ?? '' }))
      } catch {
        setConnected(false)
      }
    }
    return listen({
      after: seen.current,
      onConnected: (here) => {
        setConnected(here)
        if (here) void refresh()
      },
      onEvent: (event, id) => {
        seen.current = id
        change({ type: 'live', event, open: openChat.current })
        // The claim code is gone once somebody has used it.
        if (event.type === 'message') void refresh()
      },
    })
  }, [])

  useEffect(() => {
    openChat.current = chatOf(view)
    change({ type: 'opened', chat: chatOf(view) })
  }, [view])

  useEffect(() => remember({ conversation, seen: seen.current }), [conversation])

  const post = async (line: Pick<Line, 'id' | 'chat' | 'from' | 'text' | 'mentionsBot'>) => {
    change({ type: 'said', line: { ...line, at: Date.now() } })
    const room = line.chat.startsWith('room:') ? line.chat.slice('room:'.length) : null
    const { id, from, text, mentionsBot } = line
    try {
      change({ type: 'settled', id, status: await say({ id, from, room, text, mentionsBot }) })
    } catch (error) {
      const reason = error instanceof TypeError || !(error instanceof Error) ? unreachable : error.message
      change({ type: 'settled', id, status: { problem: reason } })
    }
  }

  return {
    state,
    connected,
    conversation,
    view,
    setView,
    clear: () => change({ type: 'cleared' }),
    /** Says a text as whoever is chosen, where they are. */
    say: (text: string, mentionsBot: boolean) =>
      void post({ id: crypto.randomUUID(), chat: chatOf(view), from: view.person, text, mentionsBot }),
    /** Posts a line again that was not taken. */
    again: (line: Line) => void post(line),
  }
}
