/** Hues that white letters can be read on; by place in the cast. */
const hues = ['#3a6b9c', '#9c4a70', '#6858a0', '#8f5a1c', '#3f7052', '#a04a3a']

type Props = { name: string; place: number; small?: boolean }

/** Somebody's avatar: the first character of their name on a colour of their own. Decoration beside the name. */
export function Face({ name, place, small }: Props) {
  return (
    <span
      className={small ? 'face face-small' : 'face'}
      style={{ background: hues[place % hues.length] }}
      aria-hidden
    >
      {[...name][0]}
    </span>
  )
}

/** The bot's avatar, also the sign of the page: two rings that hold each other. */
export function BotFace({ small }: { small?: boolean }) {
  return (
    <span className={small ? 'face face-bot face-small' : 'face face-bot'} aria-hidden>
      <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.6">
        <circle cx="12" cy="16" r="6" />
        <circle cx="20" cy="16" r="6" />
      </svg>
    </span>
  )
}
