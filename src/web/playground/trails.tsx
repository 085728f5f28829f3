import { Button, Tooltip } from 'antd'
import type { LiveState } from '../../chat/live-state.ts'
import type { PageTexts } from '../locale.ts'
import { type Conversation, type Stop, type Trail, stopsOf } from './conversation.ts'
import { Face } from './face.tsx'

type Props = { conversation: Conversation; state: LiveState; texts: PageTexts }

/** The ways of the latest messages, newest first, each drawn as a line with its stops. */
export function Trails({ conversation, state, texts, onClear }: Props & { onClear: () => void }) {
  const newest = conversation.trails.toReversed()
  return (
    <>
      <p className="aside">{texts.trailHint}</p>
      {newest.length === 0 && <p className="trail-empty">{texts.trailEmpty}</p>}
      <ol className="trails">
        {newest.map((trail) => (
          <TrailCard
            key={trail.message}
            trail={trail}
            conversation={conversation}
            state={state}
            texts={texts}
          />
        ))}
      </ol>
      {newest.length > 0 && (
        <Button className="trail-clear" type="text" size="small" onClick={onClear}>
          {texts.clear}
        </Button>
      )}
    </>
  )
}

function TrailCard({ trail, conversation, state, texts }: Props & { trail: Trail }) {
  const line = conversation.lines.find((one) => one.id === trail.message && one.from !== 'bot')
  if (!line) return undefined
  const place = state.people.findIndex((person) => person.id === line.from)
  const name = state.people[place]?.name ?? line.from
  const room = state.rooms.find((one) => line.chat === `room:${one.id}`)
  const stops = stopsOf(trail)
  const total = stops.find((stop) => stop.step === 'delivered')?.ms
  return (
    <li className="trail">
      <header>
        <Face name={name} place={Math.max(place, 0)} small />
        <span className="trail-who">
          {name} · {room?.name ?? texts.direct}
        </span>
        {total !== undefined && <span className="trail-total">{texts.trailTotal({ ms: total })}</span>}
      </header>
      <p className="trail-text" dir="auto">
        {line.text}
      </p>
      <ol className="stops" aria-label={texts.trail}>
        {stops.map((stop) => (
          <StopMark key={stop.step} stop={stop} texts={texts} />
        ))}
      </ol>
    </li>
  )
}

function StopMark({ stop, texts }: { stop: Stop; texts: PageTexts }) {
  const { name, meaning } = texts.stations[stop.step]
  const reached = stop.ms !== undefined
  return (
    <Tooltip title={stop.detail ? `${meaning} (${stop.detail})` : meaning}>
      <li
        className={`stop stop-${stop.step}${reached ? ' stop-reached' : ''}`}
        data-testid={reached ? 'trace-row' : undefined}
        data-step={stop.step}
      >
        <i aria-hidden />
        <span className="stop-name">{name}</span>
        <span className="stop-ms">
          {stop.ms !== undefined && texts.ms({ ms: stop.ms })}
          {stop.count > 1 && ` ${texts.times({ count: stop.count })}`}
        </span>
        {stop.detail && <span className="stop-detail">{stop.detail}</span>}
      </li>
    </Tooltip>
  )
}
