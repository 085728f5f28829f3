import { ArrowUpOutlined, BulbOutlined } from '@ant-design/icons'
import { Button, type GetRef, Input, Popover } from 'antd'
import { type KeyboardEvent, type MouseEvent, type Ref, useState } from 'react'
import type { PageTexts } from '../locale.ts'
import type { Hint } from './hints.ts'

/** What the input can be told from outside: to take the focus. */
export type TextAreaRef = GetRef<typeof Input.TextArea>

type Props = {
  texts: PageTexts
  room: boolean
  label: string
  placeholder: string
  offers: string[]
  hints: Hint[]
  input: Ref<TextAreaRef>
  onSay: (text: string, mentionsBot: boolean) => void
}

/** Keeps the focus, and on a phone the keyboard, in the input while a button beside it is pressed. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

/** Where one types, with what the bot offers to be answered. Enter sends, Shift+Enter begins a line. */
export function Composer({ texts, room, label, placeholder, offers, hints, input, onSay }: Props) {
  const [text, setText] = useState('')
  const [mention, setMention] = useState(false)
  const [hinting, setHinting] = useState(false)

  const send = () => {
    if (text.trim() === '') return
    onSay(text.trim(), room && mention)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses characters.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const tryHint = (hint: Hint) => {
    setHinting(false)
    onSay(hint.say, hint.mention ?? false)
  }

  return (
    <div className="composer">
      {offers.length > 0 && (
        <div className="offers" role="group" aria-label={texts.quickReplies}>
          {offers.map((offer) => (
            <button
              key={offer}
              type="button"
              className="offer"
              data-testid="quick-reply"
              onMouseDown={keepFocus}
              // A button the bot made speaks to the bot, also in a room.
              onClick={() => onSay(offer, room)}
            >
              {offer}
            </button>
          ))}
        </div>
      )}
      <div className="composer-row">
        <Popover
          open={hinting}
          onOpenChange={setHinting}
          trigger="click"
          placement="topLeft"
          title={texts.tryThese}
          content={
            <ul className="hint-list">
              {hints.map((hint) => (
                <li key={hint.say}>
                  <button type="button" onMouseDown={keepFocus} onClick={() => tryHint(hint)}>
                    <span className="hint-say">
                      {hint.mention && <span className="mention">{texts.mention} </span>}
                      {hint.say}
                    </span>
                    <span className="hint-note">{hint.note}</span>
                  </button>
                </li>
              ))}
            </ul>
          }
        >
          <Button type="text" shape="circle" icon={<BulbOutlined />} aria-label={texts.tryThese} />
        </Popover>
        {room && (
          <button
            type="button"
            className="mention-toggle"
            data-testid="mention-bot"
            aria-pressed={mention}
            title={texts.mentionHint}
            onMouseDown={keepFocus}
            onClick={() => setMention(!mention)}
          >
            {texts.mention}
          </button>
        )}
        <Input.TextArea
          ref={input}
          value={text}
          aria-label={label}
          placeholder={placeholder}
          data-testid="say-input"
          variant="borderless"
          autoSize={{ minRows: 1, maxRows: 5 }}
          enterKeyHint="send"
          autoFocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          type="primary"
          shape="circle"
          icon={<ArrowUpOutlined />}
          aria-label={texts.send}
          data-testid="say-send"
          disabled={text.trim() === ''}
          onMouseDown={keepFocus}
          onClick={send}
        />
      </div>
    </div>
  )
}
