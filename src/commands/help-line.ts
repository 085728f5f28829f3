import type { Command, Context } from './command.ts'

/** A command's own line in help; that every name in a grammar has one is held by the type `CommandName`. */
export function helpLine(
  { name, words }: Pick<Command, 'name' | 'words'>,
  { texts, locale }: Pick<Context, 'texts' | 'locale'>,
): { example: string; does: string } {
  const lines: Readonly<Partial<Record<string, { example: string; does: string }>>> = texts.help.commands
  return lines[name] ?? { example: words[locale][0] ?? name, does: '' }
}
