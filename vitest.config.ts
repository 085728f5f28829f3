import { defineConfig } from 'vitest/config'

const pureFolders = 'test/{domain,files,locale,commands/parse,scripts,config,chat/pure}/**/*.test.ts'
const pureFiles =
  'test/{rules,config,errors,log,contracts/commands,docs/documents,docs/commands,docs/rules,docs/personal-data,docs/containers,docs/reliability}.test.ts'
const crash = 'test/crash/**/*.test.ts'
const globalSetup = ['test/support/services.ts']
const limits = { pool: 'forks', testTimeout: 30_000, hookTimeout: 120_000 } as const

/**
 * `unit` needs no server. `integration` and `crash` each start a MongoDB-protocol server and a Redis of their
 * own, since a crash test may take its servers down. The groups run one after another.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: [pureFolders, pureFiles], sequence: { groupOrder: 0 } },
      },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: [pureFolders, pureFiles, crash],
          globalSetup,
          ...limits,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'crash',
          include: [crash],
          globalSetup: [...globalSetup, 'test/support/build-child.ts'],
          ...limits,
          fileParallelism: false,
          // Crash tests mostly wait for leases to end.
          maxConcurrency: 7,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
