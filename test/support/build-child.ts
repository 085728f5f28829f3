import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the service to be killed (service-child.ts) as one script. */
    childProgram: string
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Makes one script of the service, once for all crash tests: they start some hundred processes, and each would spend
 * two seconds of a core on translating the same sources.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  // Inside of node_modules, so that packages are found from there.
  const cache = here('../../node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'child-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['chinese-days'] },
    build: { ssr: here('./service-child.ts'), outDir, target: 'node20' },
  })
  project.provide('childProgram', join(outDir, 'service-child.js'))
  return () => rmSync(outDir, { recursive: true, force: true })
}
