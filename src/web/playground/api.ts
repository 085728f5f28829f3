import type { LiveEvent } from '../../chat/live-event.ts'
import type { LiveState } from '../../chat/live-state.ts'

/** What the page posts for each thing that is said. */
export type Saying = { id: string; from: string; room: string | null; text: string; mentionsBot: boolean }

const reopenMs = 2_000

/** What the page has to know first. Throws when the service is away. */
export async function fetchState(): Promise<LiveState> {
  const response = await fetch('/playground/state')
  if (!response.ok) throw new Error(await reasonOf(response))
  return (await response.json()) as LiveState
}

/** Says something. Saying it again with the same id is harmless. Throws with the reason when it was not taken. */
export async function say(saying: Saying): Promise<'accepted' | 'ignored'> {
  const response = await fetch('/playground/say', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(saying),
  })
  if (!response.ok) throw new Error(await reasonOf(response))
  const { status } = (await response.json()) as { status?: string }
  return status === 'ignored' ? 'ignored' : 'accepted'
}

async function reasonOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { message?: unknown }
  return typeof body.message === 'string' ? body.message : `HTTP ${response.status}`
}

/** Who wants to hear live events, from the one after `after` on. */
export type Listener = {
  after: string
  onEvent: (event: LiveEvent, id: string) => void
  onConnected: (connected: boolean) => void
}

/**
 * Listens until the answer is called. A browser comes back by itself after a lost connection, but gives up after
 * a refusal: then this begins anew, with the last id it saw.
 */
export function listen({ after, onEvent, onConnected }: Listener): () => void {
  let seen = after
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`/playground/events${seen ? `?after=${encodeURIComponent(seen)}` : ''}`)
    source.addEventListener('hello', (event: MessageEvent<string>) => {
      seen = event.lastEventId
      onConnected(true)
    })
    source.addEventListener('message', (event: MessageEvent<string>) => {
      seen = event.lastEventId
      onEvent(JSON.parse(event.data) as LiveEvent, seen)
    })
    source.addEventListener('error', () => {
      onConnected(false)
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
