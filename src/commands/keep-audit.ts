import type { Reply } from '../chat/reply.ts'
import type { Command, Context } from './command.ts'

/**
 * Writes down what somebody did who may do more than a volunteer, statistics asked for included. Written before the
 * message's inbox row, by the message's key: a rerun finds the line there. A question back is nothing done yet.
 */
export async function keepAudit(
  done: { command: Command; args: Record<string, unknown>; reply: Reply },
  { store, asker, key, now }: Context,
): Promise<void> {
  const { command, args, reply } = done
  const said = reply.question ? undefined : auditedOf(command, args)
  if (!said) return
  await store.audit.add({
    _id: key,
    at: now,
    by: asker.person?._id ?? asker.identity,
    command: command.name,
    said,
    answered: (reply.private ?? reply.text).split('\n', 1)[0] ?? '',
  })
}

function auditedOf({ audited, needs }: Command, args: Record<string, unknown>) {
  if (audited) return audited(args)
  return needs === 'anyone' || needs === 'registered' || needs === 'volunteer' ? undefined : args
}
