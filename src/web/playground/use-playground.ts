import { useEffect, useReducer, useRef, useState } from 'react'
import type { LiveState } from '../../chat/live-state.ts'
import { fetchState, listen, say } from './api.ts'
import { type ChatId, type Line, changed, chatOf } from './conversation.ts'
import { remember, remembered } from './remembered.ts'

const retryMs = 2_000

/**
 * Everything that moves on the page: the service's state, what was said, who is looking where, and whether the
 * service can be heard. `unreachable` is the reason shown when a line could not even be posted.
 */
export function usePlayground(unreachable: string) {
  const [before] = useState(remembered)
  const [conversation, change] = useReducer(changed, before.conversation)
  const [state, setState] = useState<LiveState>()
  const [connected, setConnected] = useState<boolean>()
  const [view, setView] = useState(before.view)
  const seen = useRef(before.seen)
  const openChat = useRef<ChatId>('person:')

  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined
    const refresh = async () => {
      try {
        const fresh = await fetchState()
        setState(fresh)
        const [first] = fresh.people
        const known = (person: string) => fresh.people.some((one) => one.id === person)
        setView((now) => (known(now.person) ? now : { person: first?.id ?? '', room: undefined }))
      } catch {
        clearTimeout(retry)
        retry = setTimeout(() => void refresh(), retryMs)
      }
    }
    const silence = listen({
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
    return () => {
      clearTimeout(retry)
      silence()
    }
  }, [])

  useEffect(() => {
    openChat.current = chatOf(view)
    change({ type: 'opened', chat: chatOf(view) })
  }, [view])

  useEffect(() => remember({ conversation, seen: seen.current, view }), [conversation, view])

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
