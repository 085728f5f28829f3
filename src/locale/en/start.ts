import type { Texts } from '../index.ts'

export const start: Texts['start'] = {
  done: 'All right, calls come to you again. Say "list" to see what there is now.',
  next: 'list',
}
