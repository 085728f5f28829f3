import { NodeIndexOutlined } from '@ant-design/icons'
import { Button, ConfigProvider, Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type PageLocale, pageTexts } from '../locale.ts'
import { theme } from '../theme.ts'
import { Cast } from './cast.tsx'
import { Chat } from './chat.tsx'
import { Composer, type TextAreaRef } from './composer.tsx'
import { type View, chatOf, lastDelivery, offersFor } from './conversation.ts'
import { BotFace } from './face.tsx'
import { hintsFor } from './hints.ts'
import { Trails } from './trails.tsx'
import { usePlayground } from './use-playground.ts'
import { Where } from './where.tsx'

/** The page on which a newcomer is everybody at once and sees which way each message takes. */
export function Playground() {
  const [chosen, setChosen] = useState<PageLocale>()
  const [trailOpen, setTrailOpen] = useState(false)
  const input = useRef<TextAreaRef>(null)
  const { state, connected, conversation, view, ...act } = usePlayground(
    pageTexts(chosen ?? 'zh-CN').unreachable,
  )
  const locale = chosen ?? state?.locale ?? 'zh-CN'
  const texts = pageTexts(locale)
  const person = state?.people.find((one) => one.id === view.person)

  useEffect(() => {
    document.documentElement.lang = locale
    document.title = state ? `${texts.bot} · ${state.org}` : texts.bot
  }, [locale, state, texts])

  const go = (next: View) => {
    act.setView(next)
    // On a phone the keyboard would cover what one has just turned to.
    if (matchMedia('(pointer: fine)').matches) input.current?.focus()
  }

  if (!state || !person)
    return (
      <ConfigProvider theme={theme}>
        <main className="loading" role="status">
          <BotFace />
          <p>{connected === false ? texts.away : texts.loading}</p>
        </main>
      </ConfigProvider>
    )

  const chat = chatOf(view)
  const lines = conversation.lines.filter((line) => line.chat === chat)
  const place = state.rooms.find((one) => one.id === view.room)?.name ?? texts.direct
  const inRoom = view.room !== undefined
  const hints = hintsFor({ person, room: inRoom, claimCode: state.claimCode, locale })
  const trails = <Trails conversation={conversation} state={state} texts={texts} onClear={act.clear} />
  const took = lastDelivery(conversation)

  return (
    <ConfigProvider theme={theme}>
      <div className="page">
        <header className="top">
          <BotFace />
          <div className="top-name">
            <h1>{texts.bot}</h1>
            <p>
              {state.org}
              <span className="top-tagline"> · {texts.tagline}</span>
            </p>
          </div>
          <Button
            type="text"
            aria-label={texts.switchLanguage}
            data-testid="language"
            onClick={() => setChosen(locale === 'en' ? 'zh-CN' : 'en')}
          >
            {texts.language}
          </Button>
          <Button
            className="trail-button"
            type="text"
            icon={<NodeIndexOutlined />}
            aria-label={texts.trail}
            data-testid="trail-open"
            onClick={() => setTrailOpen(true)}
          >
            {took !== undefined && texts.ms({ ms: took })}
          </Button>
        </header>

        <Cast
          texts={texts}
          people={state.people}
          chosen={person.id}
          unread={conversation.unread}
          onChoose={(id) => go({ ...view, person: id })}
        />

        <main className="talk">
          <Where
            texts={texts}
            rooms={state.rooms}
            view={view}
            unread={conversation.unread}
            onGo={(room) => go({ ...view, room })}
          />
          {connected === false && (
            <p className="away" role="status">
              {texts.away}
            </p>
          )}
          <Chat
            lines={lines}
            person={person}
            room={inRoom}
            people={state.people}
            hints={hints}
            texts={texts}
            locale={locale}
            label={texts.chatWith({ person: person.name, place })}
            onSay={act.say}
            onAgain={act.again}
          />
          <Composer
            texts={texts}
            room={inRoom}
            label={texts.input({ person: person.name, place })}
            placeholder={(inRoom ? texts.placeholderRoom : texts.placeholderDirect)({ person: person.name })}
            offers={offersFor(conversation.lines, { person: person.id, chat })}
            hints={hints}
            input={input}
            onSay={act.say}
          />
        </main>

        <aside className="trail-pane" aria-labelledby="trail-title">
          <h2 id="trail-title">{texts.trail}</h2>
          {trails}
        </aside>
        <Drawer
          open={trailOpen}
          onClose={() => setTrailOpen(false)}
          placement="bottom"
          closable={{ 'aria-label': texts.close }}
          size="76%"
          title={texts.trail}
          className="trail-drawer"
        >
          {trails}
        </Drawer>
      </div>
    </ConfigProvider>
  )
}
