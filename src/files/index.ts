import type { FileKind, FileLink } from '../store/files.ts'
import type { Store } from '../store/index.ts'
import { certificateFile } from './certificate-file.ts'
import { hoursSheet } from './hours-sheet.ts'
import { myDataCsv, myDataJson } from './my-data-files.ts'

/** A file as it is handed over: its name, its media type, its bytes. */
export type MadeFile = { name: string; type: string; body: Buffer }

/** What making files needs. */
export type FileDeps = { store: Store; zone: string; publicUrl: string }

/** Makes the file of a link; undefined when there is nothing any more that it could be made of. */
export type MakeFile = (link: FileLink, deps: FileDeps) => Promise<MadeFile | undefined>

const makers: Record<FileKind, MakeFile> = {
  certificate: certificateFile,
  'hours-xlsx': hoursSheet,
  'my-data-json': myDataJson,
  'my-data-csv': myDataCsv,
}

/** Makes the file of a link. A new kind of file is a file here and a line in `makers`. */
export const makeFile: MakeFile = (link, deps) => makers[link.kind](link, deps)
