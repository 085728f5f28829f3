import { Badge, Segmented } from 'antd'
import type { LiveState } from '../../chat/live-state.ts'
import type { PageTexts } from '../locale.ts'
import { type Conversation, type View, chatOf } from './conversation.ts'

type Props = {
  texts: PageTexts
  rooms: LiveState['rooms']
  view: View
  unread: Conversation['unread']
  onGo: (room: string | undefined) => void
}

/** Where one speaks: directly to the bot, or in one of the rooms one sits in. */
export function Where({ texts, rooms, view, unread, onGo }: Props) {
  const waiting = (room: string | undefined) => unread[chatOf({ ...view, room })] ?? 0
  const label = (name: string, room: string | undefined) => (
    <span className="where-name" data-testid={room === undefined ? 'where-direct' : 'where-room'}>
      {name}
      {waiting(room) > 0 && (
        <Badge count={waiting(room)} size="small" title={texts.unread({ count: waiting(room) })} />
      )}
    </span>
  )
  const mine = rooms.filter((room) => room.members.includes(view.person))
  return (
    <Segmented
      block
      className="where"
      aria-label={texts.whereTitle}
      value={view.room ?? ''}
      onChange={(value) => onGo(value === '' ? undefined : value)}
      options={[
        { value: '', label: label(texts.direct, undefined) },
        ...mine.map((room) => ({ value: room.id, label: label(room.name, room.id) })),
      ]}
    />
  )
}
