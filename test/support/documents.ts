import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The code blocks of a document, by language. */
export function codeBlocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  )
}

/** Makes the changes a document prints to a copy of the tree: new files, and lines added to and taken from old ones. */
export function applyDocument(markdown: string, tree: string): void {
  for (const code of codeBlocks(markdown, 'ts')) {
    const [, path = ''] = /^\/\/ (\S+)\n/.exec(code) ?? []
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), code.slice(code.indexOf('\n') + 1))
  }
  for (const diff of codeBlocks(markdown, 'diff')) {
    const [head = '', ...changes] = diff.trimEnd().split('\n')
    const file = join(tree, head.replace(/^ \/\/ /, ''))
    writeFileSync(file, changed(readFileSync(file, 'utf8'), changes))
  }
}

/** Lines that stay or go must stand in the text in that order; throws for one that does not. */
function changed(text: string, changes: readonly string[]): string {
  const lines = text.split('\n')
  let at = 0
  for (const change of changes) {
    const [sign, line] = [change[0], change.slice(1)]
    if (sign === '+') {
      lines.splice(at++, 0, line)
      continue
    }
    const found = lines.indexOf(line, at)
    if (found < 0) throw new Error(`the document shows a line that is not there: ${line}`)
    if (sign === '-') lines.splice(found, 1)
    at = sign === '-' ? found : found + 1
  }
  return lines.join('\n')
}
