import { readRepositoryFile } from './source-tree.ts'

/** One line of a conversation in a document: who (`联动` is us), where, and what. */
export type Line = { who: string; where: 'direct' | 'room'; text: string }

/** The conversation of the README, `王桂香@群：报名A37` a line. Throws for a line that is none. */
export function readmeConversation(): Line[] {
  const block = /```text\n([\s\S]*?)```/.exec(readRepositoryFile('README.md'))?.[1] ?? ''
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [, who = '', room, text = ''] = /^([^@：]+)(@群)?：(.+)$/.exec(line) ?? []
      if (!who) throw new Error(`the README's conversation has a line nobody says: ${line}`)
      return { who, where: room ? 'room' : 'direct', text }
    })
}

/**
 * Whether an answer is what the document prints. `…` stands for what was left out, a line end for whatever joins two
 * lines in print, numbers and dates are those of the day, and whom a group's answer mentions is not printed.
 */
export function isPrintedAs(answer: string, printed: string): boolean {
  const plain = (text: string) => text.replace(/\d+/g, '#').replace(/[\s，。]+/g, '')
  const parts = printed.split('…').map(plain)
  const said = plain(answer.replace(/^@\S+\s/, ''))
  if (!said.startsWith(parts[0] ?? '')) return false
  if (!printed.endsWith('…') && !said.endsWith(parts.at(-1) ?? '')) return false
  let from = 0
  return parts.every((part) => {
    const at = said.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}
