import { readFileSync } from 'node:fs'

/** A fixture of `test/fixtures`: an object of texts. */
export function readFixture(path: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >
}
