import { commands } from '../src/commands/index.ts'
import type { Command } from '../src/commands/command.ts'
import { helpLine } from '../src/commands/help-line.ts'
import { textsFor } from '../src/locale/index.ts'

/** Who a command is for, in the order of help, with its heading. */
const audiences = {
  anyone: 'Everybody',
  registered: 'Registered volunteers',
  volunteer: 'Members of a team',
  leader: 'Leaders, social workers and admins',
  socialWorker: 'Social workers and admins',
  admin: 'Admins',
} as const

const places = { anywhere: '', direct: 'direct chat', room: 'in a group' } as const

const introduction = `# What can be said

Made of the command list by \`npm run docs:commands\`; a test holds it against the list. Every command is said in Chinese or in English, with or without a leading \`/\`, and needs no space after a Chinese word: \`报名A12\`. In a group only a message that is wholly a command is one, unless the bot is mentioned. What is missing is asked for, one thing at a time; \`取消\` drops the question. Who may use a command is checked again for the team, station or activity it is about.`

/** The text of \`docs/commands.md\`: a table for each kind of user, in the order of help. */
export function commandsDocument(): string {
  const sections = Object.entries(audiences).flatMap(([needs, heading]) => {
    const rows = commands.filter((command) => command.needs === needs).map(row)
    return rows.length === 0
      ? []
      : [
          `\n## ${heading}\n`,
          '| say | does | in English | does | also | where |',
          '| --- | --- | --- | --- | --- | --- |',
          ...rows,
        ]
  })
  return `${[introduction, ...sections].join('\n')}\n`
}

function row(command: Command): string {
  const [chinese, english] = (['zh-CN', 'en'] as const).map((locale) =>
    helpLine(command, { texts: textsFor(locale), locale }),
  )
  const { words, where } = command
  const also = [...new Set([...words['zh-CN'].slice(1), ...words.en.slice(1)])]
  const cells = [
    code(chinese?.example ?? ''),
    chinese?.does ?? '',
    code(english?.example ?? ''),
    english?.does ?? '',
    also.map(code).join(' '),
    places[where],
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

const code = (text: string) => `\`${text}\``
