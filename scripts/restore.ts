import { copyIn } from './backup/copy.ts'
import { withDatabases } from './backup/with-databases.ts'

/** `npm run restore -- folder`: puts a copy made by `npm run backup` back into empty databases. */
const folder = process.argv[2]
if (!folder) {
  console.error('  say which copy: npm run restore -- data/backups/<moment>')
  process.exit(1)
}
await withDatabases(async (databases, config) => {
  const { at, files } = await copyIn(databases, folder)
  const lines = files.reduce((sum, file) => sum + file.lines, 0)
  return `${lines} documents and keys of ${at} are in ${config.mongodbDatabase}; start the service`
})
