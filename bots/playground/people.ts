import type { LiveState } from '../../src/chat/live-state.ts'

/**
 * The fixed cast of the playground. `role` is the part somebody is meant to play; what they may do is granted
 * in chat like everywhere else. Ids are part of stored keys and never change.
 */
export const people = [
  { id: 'zhang', name: '张三', role: 'volunteer' },
  { id: 'wang', name: '王桂香', role: 'volunteer' },
  { id: 'sw-li', name: '李社工', role: 'socialWorker' },
  { id: 'chen', name: '陈主任', role: 'admin' },
] as const satisfies LiveState['people']

/** The rooms they sit in. */
export const rooms = [
  { id: 'nanyuan', name: '南园队群', members: people.map((person) => person.id) },
] as const satisfies LiveState['rooms']
