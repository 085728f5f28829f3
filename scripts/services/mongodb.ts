import { aptHurdle } from './apt.ts'
import type { Way } from './choose.ts'
import type { Context } from './context.ts'
import { startDocumentdb } from './documentdb.ts'
import type { Machine } from './machine.ts'
import { startDownloadedMongod } from './mongodb-memory.ts'
import { startMongod } from './mongod.ts'

/** The ways to a server that speaks MongoDB's protocol, in the order they are tried. */
export function mongodbWays(context: Context): Way[] {
  const { machine } = context
  const uri = machine.env['MONGODB_URI']
  const found = machine.find('mongod')
  return [
    {
      name: 'the MongoDB of MONGODB_URI',
      why: 'MONGODB_URI is set',
      hurdle: uri ? undefined : 'MONGODB_URI is not set',
      start: async () => uri ?? '',
    },
    {
      name: 'mongod on PATH',
      why: `${found} is there`,
      hurdle: found ? undefined : 'there is no mongod on PATH',
      start: async () => startMongod(context, found ?? ''),
    },
    {
      name: 'the official mongod, downloaded',
      why: 'there was none on PATH, and the download works',
      hurdle: undefined,
      start: () => startDownloadedMongod(context),
    },
    {
      name: 'DocumentDB engine and FerretDB gateway',
      why: 'no mongod was to be had, and this is Debian with root and Go',
      hurdle: documentdbHurdle(machine),
      start: () => startDocumentdb(context),
    },
  ]
}

/** Why the DocumentDB engine cannot run here; undefined when it can. */
export function documentdbHurdle(machine: Machine): string | undefined {
  if (!machine.isDebian) return 'this is not Debian'
  const apt = aptHurdle(machine)
  if (apt !== undefined) return apt
  const [major, minor] = machine.goVersion() ?? [0, 0]
  if (major === 0) return 'there is no Go on PATH'
  return major > 1 || minor >= 25 ? undefined : `Go ${major}.${minor} is older than 1.25`
}
