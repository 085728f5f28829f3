import { useLayoutEffect, useRef } from 'react'
import type { LiveState } from '../../chat/live-state.ts'
import type { PageLocale, PageTexts } from '../locale.ts'
import { Bubble } from './bubble.tsx'
import type { Line } from './conversation.ts'
import { BotFace } from './face.tsx'
import type { Hint } from './hints.ts'

type Props = {
  lines: Line[]
  person: LiveState['people'][number]
  room: boolean
  people: LiveState['people']
  hints: Hint[]
  texts: PageTexts
  locale: PageLocale
  label: string
  onSay: (text: string, mentionsBot: boolean) => void
  onAgain: (line: Line) => void
}

/** How near the end, in pixels, somebody must be for new lines to take them along. */
const nearEnd = 120

/** What was said in one chat, newest at the bottom; while that is nothing, things to try. */
export function Chat({ lines, person, room, people, hints, texts, locale, label, onSay, onAgain }: Props) {
  const log = useRef<HTMLDivElement>(null)
  const last = lines.at(-1)
  const shown = useRef('')
  useLayoutEffect(() => {
    const box = log.current
    if (!box) return
    const left = box.scrollHeight - box.scrollTop - box.clientHeight
    const grown = last
      ? ((box.querySelector('.bubble:last-child') as HTMLElement | null)?.offsetHeight ?? 0)
      : 0
    const follow = shown.current !== label || last?.from === person.id || left - grown < nearEnd
    shown.current = label
    if (follow) box.scrollTop = box.scrollHeight
  }, [label, last, person.id])

  return (
    <div className="chat" role="log" aria-label={label} aria-live="polite" tabIndex={0} ref={log}>
      {lines.length === 0 ? (
        <div className="chat-empty">
          <BotFace />
          <h2>{room ? texts.emptyRoom : texts.emptyDirect({ person: person.name })}</h2>
          <p>{texts.emptyHint}</p>
          <ul aria-label={texts.tryThese}>
            {hints.slice(0, 4).map((hint) => (
              <li key={hint.say}>
                <button
                  type="button"
                  data-testid="hint"
                  onClick={() => onSay(hint.say, hint.mention ?? false)}
                >
                  <span className="hint-say">
                    {hint.mention && <span className="mention">{texts.mention} </span>}
                    {hint.say}
                  </span>
                  <span className="hint-note">{hint.note}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        lines.map((line) => (
          <Bubble
            key={`${line.from}:${line.id}`}
            line={line}
            person={person.id}
            people={people}
            texts={texts}
            locale={locale}
            onAgain={onAgain}
          />
        ))
      )}
    </div>
  )
}
