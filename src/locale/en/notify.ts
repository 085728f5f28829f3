import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const notify: Texts['notify'] = {
  askWords: (p) => `What should I tell everybody signed up for ${p.code}?`,
  nobody: (p) => `Nobody else is signed up for ${p.code} yet, so there is nobody to tell.`,
  check: (p) =>
    `This goes to ${counted(p.count, 'person', 'people')} signed up:\n${p.text}\nAnswer "yes" to send it.`,
  words: (p) => `[NOTICE] ${p.what}: ${p.words}`,
  done: (p) => `Telling ${counted(p.count, 'person', 'people')} of ${p.code}.`,
}
