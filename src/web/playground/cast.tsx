import { Badge } from 'antd'
import type { LiveState } from '../../chat/live-state.ts'
import type { PageTexts } from '../locale.ts'
import type { Conversation } from './conversation.ts'
import { Face } from './face.tsx'

type Props = {
  texts: PageTexts
  people: LiveState['people']
  chosen: string
  unread: Conversation['unread']
  onChoose: (person: string) => void
}

/** The people one can be. A badge tells that something waits in somebody's direct chat. */
export function Cast({ texts, people, chosen, unread, onChoose }: Props) {
  return (
    <section className="cast" aria-labelledby="cast-title">
      <h2 id="cast-title">{texts.whoTitle}</h2>
      <div className="cast-people">
        {people.map((person, place) => {
          const waiting = unread[`person:${person.id}`] ?? 0
          return (
            <button
              key={person.id}
              type="button"
              className="cast-person"
              data-testid={`as-${person.id}`}
              aria-pressed={person.id === chosen}
              onClick={() => onChoose(person.id)}
            >
              <Badge count={waiting} size="small" title={texts.unread({ count: waiting })}>
                <Face name={person.name} place={place} />
              </Badge>
              <span className="cast-name">{person.name}</span>
              <span className="cast-role">{texts.roles[person.role]}</span>
            </button>
          )
        })}
      </div>
      <p className="aside">{texts.whoHint}</p>
    </section>
  )
}
