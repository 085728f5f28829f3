import { AppError } from '../errors.ts'
import { firstCategories } from '../domain/categories.ts'
import { isTurnout, signupStates } from '../domain/signup-states.ts'
import type { Store } from './index.ts'

/**
 * Makes collections, indexes, counters and the first categories, and checks that the data was sealed with this key. Runs before the
 * roles start; several processes may do it at once. Throws AppError `config` for a wrong `DATA_KEY`.
 */
export async function prepareStore(store: Store): Promise<void> {
  await checkKey(store)
  for (const part of Object.values(store)) if ('model' in part) await part.model.createIndexes()
  await store.counters.prepare()
  if ((await store.categories.all()).length === 0) await store.categories.addAll(firstCategories)
  await markEarlier(store)
}

/** Once: what a version made that kept no counts is marked to be counted. Months of the ledger need no mark. */
async function markEarlier({ marks, people, signups }: Store): Promise<void> {
  const name = 'counts-kept'
  if (await marks.find(name)) return
  const mark = { $set: { uncounted: name } }
  await people.model.updateMany({}, mark)
  await signups.model.updateMany({ state: { $in: signupStates.filter(isTurnout) } }, mark)
  await marks.setOnce(name, { key: name, at: new Date() })
}

async function checkKey({ marks, seal }: Store): Promise<void> {
  const mine = { key: seal.keyId, at: new Date() }
  if (await marks.setOnce('data-key', mine)) return
  const known = await marks.find('data-key')
  throw new AppError(
    'config',
    `DATA_KEY is not the key this database was made with (${known?.key}, given ${seal.keyId}): set the old key again`,
  )
}
