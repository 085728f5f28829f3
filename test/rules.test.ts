import { describe, expect, test } from 'vitest'
import { platforms } from '../bots/index.ts'
import { commands } from '../src/commands/index.ts'
import { settings } from '../src/config.ts'
import { jobWorkers, mailWorkers, tickers } from '../workers/index.ts'
import { foldersIn, readRepositoryFile, type SourceFile, sourceFiles } from './support/source-tree.ts'

const source = sourceFiles('src', 'bots', 'workers')
const server = source.filter(({ path }) => !path.startsWith('src/web/'))

/** A layer may import itself and every layer before it. */
const layers: Record<string, number> = {
  'src/errors.ts': 0,
  'src/config.ts': 0,
  'src/rules.ts': 0,
  'src/log.ts': 0,
  'src/seal.ts': 0,
  'src/metrics.ts': 0,
  'src/lifecycle.ts': 0,
  'src/domain': 1,
  'src/queue': 2,
  'src/store': 2,
  'src/locale': 2,
  'src/chat': 3,
  'src/commands': 4,
  'src/http': 5,
}

const layerOf = (path: string) =>
  Object.keys(layers).find((layer) => path === layer || path.startsWith(`${layer}/`))
const typesOnly = (file: SourceFile, imported: string) => {
  const name = imported.split('/').at(-1) ?? ''
  return file.text.split('\n').some((line) => line.startsWith('import type') && line.includes(`/${name}'`))
}

describe('imports go one way', () => {
  test('errors log config ← domain ← queue store locale ← chat ← commands ← http ← main', () => {
    const broken = server.flatMap((file) =>
      file.imports
        .filter((imported) => {
          const [mine, theirs] = [layerOf(file.path), layerOf(imported)]
          return mine && theirs && (layers[theirs] ?? 0) > (layers[mine] ?? 0)
        })
        .map((imported) => `${file.path} may not import ${imported}: it stands to its right`),
    )
    expect(broken).toEqual([])
  })

  test('store knows no queue, and queue no store', () => {
    const between = (from: string, to: string) =>
      server
        .filter(({ path }) => path.startsWith(from))
        .flatMap(({ path, imports }) =>
          imports.filter((one) => one.startsWith(to)).map((one) => `${path} → ${one}`),
        )
    expect([...between('src/store/', 'src/queue/'), ...between('src/queue/', 'src/store/')]).toEqual([])
  })

  test('only main.ts imports the lists of bots and workers', () => {
    const lists = ['bots/index.ts', 'workers/index.ts']
    const users = server.filter(
      ({ path, imports }) => path !== 'src/main.ts' && imports.some((one) => lists.includes(one)),
    )
    expect(users.map(({ path }) => path)).toEqual([])
  })

  test('a platform imports src/chat, src/errors, src/config, its own folder and packages, and no other platform', () => {
    const broken = server
      .filter(({ path }) => /^bots\/[^/]+\//.test(path))
      .flatMap(({ path, imports }) => {
        const own = path.split('/').slice(0, 2).join('/')
        return imports
          .filter(
            (one) =>
              !one.startsWith(`${own}/`) &&
              !one.startsWith('src/chat/') &&
              !['src/errors.ts', 'src/config.ts'].includes(one),
          )
          .map((one) => `${path} may not import ${one}`)
      })
    expect(broken).toEqual([])
  })

  test('workers import neither bots nor http, and a job.ts only the queue', () => {
    const workers = server.filter(({ path }) => path.startsWith('workers/'))
    const broken = workers.flatMap(({ path, imports }) =>
      imports
        .filter(
          (one) =>
            one.startsWith('bots/') ||
            one.startsWith('src/http/') ||
            (path.endsWith('/job.ts') && one !== 'src/queue/job.ts'),
        )
        .map((one) => `${path} may not import ${one}`),
    )
    expect(broken).toEqual([])
  })

  test('there is no circle of imports', () => {
    const byPath = new Map(server.map((file) => [file.path, file]))
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (path: string, trail: string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      const file = byPath.get(path)
      // Imports of types alone are gone when the code runs: they make no circle.
      for (const imported of file?.imports ?? [])
        if (file && !typesOnly(file, imported)) visit(imported, [...trail, path])
      done.add(path)
    }
    for (const { path } of server) visit(path, [])
    expect(circles).toEqual([])
  })
})

describe('one place to add a thing', () => {
  test('every platform folder stands in bots/index.ts', () => {
    expect(platforms.map(({ name }) => name).sort()).toEqual(foldersIn('bots'))
  })

  test('every worker folder stands in workers/index.ts, or is delivery, which main starts for each account', () => {
    const list = readRepositoryFile('workers/index.ts')
    const missing = foldersIn('workers').filter(
      (name) => name !== 'deliver-message' && !list.includes(`./${name}/run.ts`),
    )
    expect(missing).toEqual([])
    expect(mailWorkers.length + jobWorkers.length + tickers.length).toBe(foldersIn('workers').length - 1)
  })

  test('every folder with a grammar is a command in commands/index.ts', () => {
    const folders = foldersIn('src/commands').filter((name) =>
      source.some(({ path }) => path === `src/commands/${name}/grammar.ts`),
    )
    expect(commands.map(({ name }) => name).sort()).toEqual(folders)
  })

  test('no two commands share a word', () => {
    const words = commands.flatMap(({ words: { en, 'zh-CN': zh } }) =>
      [...zh, ...en].map((word) => word.toLowerCase()),
    )
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  })
})

describe('one place to read a thing', () => {
  test('only config.ts and the entry points read the environment', () => {
    const readers = server.filter(({ path, text }) => text.includes('process.env') && path !== 'src/entry.ts')
    expect(readers.map(({ path }) => path)).toEqual([])
  })

  test('every setting is in .env.example, and every one there exists', () => {
    const known = [
      ...settings,
      ...platforms.flatMap((one) => [...one.settings.required, ...one.settings.optional]),
    ].map(({ name }) => name)
    const written = [...readRepositoryFile('.env.example').matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(
      (match) => match[1],
    )
    expect([...new Set(written)].sort()).toEqual([...known].sort())
  })

  test('every setting is in docs/operations.md, and every one there exists', () => {
    const known = [
      ...settings,
      ...platforms.flatMap((one) => [...one.settings.required, ...one.settings.optional]),
    ].map(({ name }) => name)
    const written = [
      ...readRepositoryFile('docs/operations.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)`\s+\|/gm),
    ].map((match) => match[1])
    expect(written.sort()).toEqual([...known].sort())
  })
})

describe('addresses', () => {
  test('every address stands in docs/operations.md, and every one there exists', () => {
    const served = server
      .filter(({ path }) => path.startsWith('src/http/'))
      .flatMap(({ text }) => {
        const prefix = /prefix: '([^']+)'/.exec(text)?.[1] ?? ''
        const routes = [...text.matchAll(/\.(get|post|register)\(\s*'(\/[^']*)'/g)]
        return routes.map(([, verb, path]) => `${verb === 'get' ? 'GET' : 'POST'} ${prefix}${path}`)
      })
    const documented = [
      ...readRepositoryFile('docs/operations.md').matchAll(/^\| `((?:GET|POST) \/[^`]*)`/gm),
    ].map((match) => match[1])
    expect(documented.sort()).toEqual([...new Set(served)].sort())
  })
})

describe('house style', () => {
  const all = [...source, ...sourceFiles('test', 'scripts')]

  test('no any, no ignored type errors, no leftovers', () => {
    const marks =
      /\bas any\b|: any\b|<any>|@ts-ignore|@ts-expect-error|\bTODO\b|\bFIXME\b|\b(?:test|describe|it)\.(?:only|skip)\(/
    const self = 'test/rules.test.ts'
    expect(all.filter(({ path, text }) => path !== self && marks.test(text)).map(({ path }) => path)).toEqual(
      [],
    )
  })

  test('no drawers for odds and ends', () => {
    const drawers = all.filter(({ path }) => /(^|\/)(utils?|helpers?|misc)(\/|\.ts$)|\/types\.ts$/.test(path))
    expect(drawers.map(({ path }) => path)).toEqual([])
  })

  test('files are named in kebab-case', () => {
    const named = all.map(({ path }) => path.split('/').at(-1) ?? '')
    expect(named.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))*\.tsx?$/.test(name))).toEqual([])
  })

  test('a regular expression is made only once, when a file is loaded: user text never becomes one', () => {
    const made = server.flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })))
    const parts = /new RegExp\((?:[^)]*\b(?:text|said|rest|name|input|message)\b)/
    expect(
      made.filter(({ line }) => parts.test(line)).map(({ path, line }) => `${path}: ${line.trim()}`),
    ).toEqual([])
  })
})
