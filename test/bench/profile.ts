import { Session } from 'node:inspector/promises'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A V8 CPU profile, as far as it is looked at. */
type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples?: number[]
  timeDeltas?: number[]
}

const shown = 5

/** Profiles this process while `run` is under way; gives its result and the hottest functions. */
export async function profiled<T>(run: () => Promise<T>): Promise<{ result: T; hottest: string[] }> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
    const result = await run()
    const { profile } = await session.post('Profiler.stop')
    return { result, hottest: hottest(profile) }
  } finally {
    session.disconnect()
  }
}

/** Gives `run` a folder for another process to leave its CPU profile in (`--cpu-prof-dir`), and reads it afterwards. */
export async function profiledElsewhere(run: (folder: string) => Promise<unknown>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-profile-'))
  try {
    await run(folder)
    const [file] = readdirSync(folder)
    if (!file) throw new Error('the process left no profile')
    return hottest(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The functions that most of the busy time was spent in itself, with their share of it. */
function hottest({ nodes, samples = [], timeDeltas = [] }: Profile): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const own = new Map<string, number>()
  for (const [i, id] of samples.entries()) {
    const name = names.get(id) ?? '?'
    if (name !== '(idle)') own.set(name, (own.get(name) ?? 0) + (timeDeltas[i] ?? 0))
  }
  const busy = [...own.values()].reduce((sum, time) => sum + time, 0)
  return [...own]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([name, time]) => `${((100 * time) / busy).toFixed(1)} % ${name}`)
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const place = url.replace(/^.*\/(node_modules|src|bots|workers|test)\//, '$1/').replace(/\?.*$/, '')
  return `${functionName || '(anonymous)'}${place ? ` ${place}:${lineNumber + 1}` : ''}`
}
