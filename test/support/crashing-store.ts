import type { Store } from '../../src/store/index.ts'

/** Thrown in the place of everything that comes after a crash. */
export class Crash extends Error {}

const watched = [
  'activities',
  'certificates',
  'files',
  'identities',
  'requests',
  'signups',
  'people',
  'prompts',
  'timers',
  'hours',
  'days',
  'linkage',
  'handovers',
  'hoursCorrections',
  'reports',
  'marks',
  'merges',
  'references',
  'linkCodes',
] as const

/**
 * The same data seen by a process that dies at its call number `at` to the collections it writes to: just before the
 * call reaches the database, or just after, when its effect is there and nobody has heard of it. Every later call
 * fails too, as a dead process makes none.
 */
export function crashingStore(store: Store, crash: { at: number; after: boolean }): Store {
  let calls = 0
  const wrap = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver)
        if (typeof value !== 'function') return value
        return async (...args: unknown[]) => {
          calls++
          if (calls > crash.at || (calls === crash.at && !crash.after)) throw new Crash()
          const result: unknown = await value.apply(target, args)
          if (calls === crash.at) throw new Crash()
          return result
        }
      },
    })
  return { ...store, ...Object.fromEntries(watched.map((name) => [name, wrap(store[name])])) }
}
