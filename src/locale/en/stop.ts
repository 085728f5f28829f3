import type { Texts } from '../index.ts'

export const stop: Texts['stop'] = {
  done: 'All right, no more calls. Reminders of your own sign-ups stay. Say "start" to get calls again.',
  undo: 'start',
  inRoom: 'All right, no more calls to you directly; messages in the group can be muted in its settings.',
  stranger: 'All right. You are not registered, so I do not write to you by myself.',
}
