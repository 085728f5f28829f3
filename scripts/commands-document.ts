import { writeFileSync } from 'node:fs'
import { commandsDocument } from './commands-document-text.ts'

/** `npm run docs:commands`: writes `docs/commands.md` from the command list. */
writeFileSync('docs/commands.md', commandsDocument())
