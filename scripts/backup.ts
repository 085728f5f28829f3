import { join } from 'node:path'
import { copyOut } from './backup/copy.ts'
import { withDatabases } from './backup/with-databases.ts'

/** `npm run backup [-- folder]`: copies everything the service keeps, into `./data/backups/<moment>` when none is said. */
const folder =
  process.argv[2] ?? join('data', 'backups', new Date().toISOString().slice(0, 19).replaceAll(':', '-'))
await withDatabases(async (databases) => {
  const { files } = await copyOut(databases, folder)
  const lines = files.reduce((sum, file) => sum + file.lines, 0)
  return `${lines} documents and keys are in ${folder}; keep DATA_KEY apart from it`
})
