import type { FileKind, FileLink } from '../store/files.ts'
import type { Context } from './command.ts'

/** How long a link to a file lives, in minutes: house rule, long enough to walk to a computer. */
export const linkMinutes = 15

type Linked = { kind: FileKind; key: string }

/** A rerun must say the same address, and only its hash is stored: so it follows from the message and our key. */
function tokenFor({ kind, key }: Linked, { store: { seal } }: Pick<Context, 'store'>): string {
  return seal.secret(`file/${kind}/${key}`).toString('base64url').slice(0, 24)
}

/** The link this message made in an earlier run. */
export function linkMadeBefore(kind: FileKind, context: Context): Promise<FileLink | null> {
  return context.store.files.find(tokenFor({ kind, key: context.key }, context))
}

/** Makes the message's one-time link to a file of the asker, and gives its address. A rerun gives the same. */
export async function fileLink(
  { kind, subject, person }: Pick<FileLink, 'kind' | 'subject' | 'person'>,
  context: Context,
): Promise<string> {
  const { store, key, now, locale, org } = context
  const token = tokenFor({ kind, key }, context)
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000)
  await store.files.add({ token, kind, subject, person, locale, createdAt: now, expiresAt })
  return `${org.publicUrl}/files/${token}`
}
