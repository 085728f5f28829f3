import type { Texts } from '../index.ts'

export const lang: Texts['lang'] = {
  ask: 'Which language shall I answer in? Reply "中文" or "English".',
  choices: ['中文', 'English'],
  done: 'All right, from now on I answer in English.',
  next: 'help',
}
