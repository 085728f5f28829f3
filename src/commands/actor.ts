import type { Context } from './command.ts'

/** Who does what a message asks for, to be kept with it: a guardian, the asker, or a chat that is nobody's yet. */
export const actorOf = ({ asker }: Pick<Context, 'asker'>): string =>
  asker.actor ?? asker.person?._id ?? asker.identity
