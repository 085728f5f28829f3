import type { Store } from '../../store/index.ts'
import type { Request } from '../../store/requests.ts'
import { signupId } from '../../store/signups.ts'

const rowOf = ({ by, args }: Request): string => signupId(args.activity ?? '', by)

/**
 * Takes back those of some open requests that ask to excuse what is not there any more, since the person has a place
 * again, came after all or was excused by another word. Gives their numbers. Looked for where requests are listed, so
 * that whatever moved a sign-up, nothing waits for ever.
 */
export async function withdrawMoot(
  requests: readonly Request[],
  { requests: kept, signups }: Pick<Store, 'requests' | 'signups'>,
): Promise<Set<string>> {
  const excuses = requests.filter(({ kind }) => kind === 'excuse')
  if (excuses.length === 0) return new Set()
  const rows = new Map((await signups.many(excuses.map(rowOf))).map(({ _id, key }) => [_id, key]))
  const moot = excuses.filter((request) => {
    const key = rows.get(rowOf(request))
    return key !== undefined && key !== request.args.row
  })
  for (const { wish } of moot) await kept.withdraw(wish)
  return new Set(moot.map(({ _id }) => _id))
}
