import type { Texts } from '../index.ts'

export const audit: Texts['audit'] = {
  notYours: 'The audit is read by an admin for everything; please ask them.',
  none: 'Nothing is recorded yet.',
  all: 'Everything recorded, newest first:',
  header: (p) => `The latest ${p.count}, newest first:`,
  line: (p) => `${p.when} ${p.who} "${p.did}" -> ${p.answered}`,
}
