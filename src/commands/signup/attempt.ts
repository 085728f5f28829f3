import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/** One attempt to sign somebody up: who, where, who asked for it, and the message it is for. */
export type Attempt = { activity: Activity; person: Person; by: string; key: string; context: Context }
