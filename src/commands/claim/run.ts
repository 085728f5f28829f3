import { createHash, timingSafeEqual } from 'node:crypto'
import type { Reply } from '../../chat/reply.ts'
import { holds } from '../../domain/roles.ts'
import type { Context, Run } from '../command.ts'
import { makePerson } from '../make-person.ts'
import { mayTry } from '../tries.ts'

export type ClaimArgs = { code?: string | undefined }

const mark = 'first-admin'

const tries = { each: 5, all: 50 }

/** Makes the first admin, once. The mark is set first, so that of two right codes one wins. */
export const runClaim: Run<ClaimArgs> = async ({ code }, context) => {
  const { store, texts, key, now, asker, org, place } = context
  if (place.kind === 'room') return { text: texts.common.directOnly }
  const first = await store.marks.find(mark)
  if (first?.key === key) return makeAdmin(context)
  if (holds(asker.grants, 'admin')) return { text: texts.claim.already }
  if (first) return { text: texts.claim.taken }
  if (!code) return { text: texts.claim.howTo }
  if (!(await mayTry('claim', tries, context))) return { text: texts.claim.tooMany }
  if (!isSame(code, org.claimCode)) return { text: texts.claim.wrong }
  if (!(await store.marks.setOnce(mark, { key, at: now, text: asker.identity })))
    return { text: texts.claim.taken }
  return makeAdmin(context)
}

/** Compares hashes in constant time: neither the length nor the first wrong letter shows in how long it takes. */
function isSame(said: string, code: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return code !== '' && timingSafeEqual(hash(said.trim()), hash(code))
}

async function makeAdmin(context: Context): Promise<Reply> {
  const { store, texts, key, now, asker } = context
  const person = asker.person ?? (await makePerson({ name: asker.name || texts.claim.unnamed }, context))
  await store.people.grant(person._id, {
    role: 'admin',
    scope: { kind: 'all' },
    by: person._id,
    at: now,
    key,
  })
  return {
    text: texts.claim.done({ number: person._id, name: person.name }),
    quickReplies: texts.claim.next,
  }
}
