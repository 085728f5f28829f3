import { readRepositoryFile } from './source-tree.ts'

/** Everything written for people to read. */
export const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/operations.md',
  'docs/gateway.md',
  'docs/adding-a-command.md',
  'docs/adding-a-platform.md',
] as const

/** The fenced blocks of a document, in order, each with the language after its fence. */
export function codeBlocks(path: (typeof documents)[number]): { language: string; code: string }[] {
  return [...readRepositoryFile(path).matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
    ([, language = '', code = '']) => ({ language, code }),
  )
}

/** Something said in the README: when the clock was put first, by whom, where, and the answer printed below it. */
export type PrintedLine = {
  /** `YYYY-MM-DD HH:MM`, where the clock is put before this is said. */
  clock?: string
  who: string
  room: boolean
  mention: boolean
  text: string
  /** Empty where the service stays silent. `…` at the end stands for more. */
  answer: string
}

/** The README's conversation. Throws for a line that is in none of its forms. */
export function printedConversation(): PrintedLine[] {
  const [block] = codeBlocks('README.md').filter(({ language }) => language === 'text')
  const printed: PrintedLine[] = []
  let clock: string | undefined
  for (const line of block?.code.trimEnd().split('\n') ?? []) {
    const time = /^— (\S+ \S+) —$/.exec(line)
    const last = printed.at(-1)
    const [, room, who = '', mention, text = ''] =
      /^(\[群\] )?([^：]+)：(@联动 )?(.*?)(?:\s+# .*)?$/.exec(line) ?? []
    if (time) clock = time[1]
    else if (line.startsWith('  ') && last) last.answer += `${last.answer && '\n'}${line.slice(2)}`
    else if (who) {
      printed.push({ ...(clock && { clock }), who, room: !!room, mention: !!mention, text, answer: '' })
      clock = undefined
    } else throw new Error(`README.md: not a line of a conversation: ${line}`)
  }
  return printed
}
