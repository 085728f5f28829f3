import { Button } from 'antd'
import type { LiveState } from '../../chat/live-state.ts'
import type { PageLocale, PageTexts } from '../locale.ts'
import type { Line } from './conversation.ts'
import { BotFace, Face } from './face.tsx'

type Props = {
  line: Line
  person: string
  people: LiveState['people']
  texts: PageTexts
  locale: PageLocale
  onAgain: (line: Line) => void
}

/** One thing that was said. Texts are shown as the characters they are, whatever is in them. */
export function Bubble({ line, person, people, texts, locale, onAgain }: Props) {
  const mine = line.from === person
  const place = people.findIndex((one) => one.id === line.from)
  const name = line.from === 'bot' ? texts.bot : (people[place]?.name ?? line.from)
  const mentioned = people.filter((one) => line.mentions.includes(one.id)).map((one) => `@${one.name} `)
  const time = new Date(line.at).toLocaleTimeString(locale, { timeStyle: 'short', hourCycle: 'h23' })
  const problem = typeof line.status === 'object' ? line.status.problem : undefined
  return (
    <article
      className={`bubble ${mine ? 'bubble-mine' : line.from === 'bot' ? 'bubble-bot' : 'bubble-other'}`}
    >
      {line.from === 'bot' ? <BotFace /> : <Face name={name} place={Math.max(place, 0)} />}
      <div className="bubble-body">
        <header>
          <span className="bubble-name">{name}</span>
          <time dateTime={new Date(line.at).toISOString()}>{time}</time>
        </header>
        <div
          className="bubble-text"
          dir="auto"
          data-testid="bubble"
          data-from={line.from === 'bot' ? 'bot' : mine ? 'me' : line.from}
          data-status={typeof line.status === 'object' ? 'refused' : line.status}
        >
          {line.mentionsBot && <span className="mention">{texts.mention} </span>}
          {mentioned.length > 0 && <span className="mention">{mentioned}</span>}
          {line.text}
          {line.files.filter(isWeb).map((file) => (
            <a key={file.url} href={file.url} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          ))}
        </div>
        {line.status === 'ignored' && <p className="bubble-note">{texts.ignored}</p>}
        {problem && (
          <p className="bubble-note bubble-problem" role="alert">
            {texts.notSent({ reason: problem })}
            <Button type="link" size="small" onClick={() => onAgain(line)}>
              {texts.again}
            </Button>
          </p>
        )}
      </div>
    </article>
  )
}

/** A link that could run something instead of opening something is not shown. */
function isWeb(file: { url: string }): boolean {
  return /^https?:\/\//i.test(file.url)
}
