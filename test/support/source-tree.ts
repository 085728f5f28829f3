import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A source file: its path from the root and the local files it imports. */
export type SourceFile = { path: string; text: string; imports: string[]; packages: string[] }

const importLine =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every TypeScript file below some folders, with what it imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const named = [...text.matchAll(importLine)].map((match) => match[1] ?? match[2] ?? '')
      const local = named.filter((name) => name.startsWith('.'))
      return {
        path,
        text,
        imports: local.map((name) => relative(root, resolve(root, dirname(path), name))),
        packages: named.filter((name) => !name.startsWith('.')),
      }
    })
}

/** A file of the repository as text. */
export function readRepositoryFile(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Names of the folders directly below a folder. */
export function foldersIn(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
