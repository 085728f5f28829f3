/** What waits for an admin's word: rows that may not have arrived, and letters that could not be handled. */
export type UnsettledKind = 'unknown' | 'dead'

const kinds = new Map<string, UnsettledKind>([
  ['不明', 'unknown'],
  ['未知', 'unknown'],
  ['unknown', 'unknown'],
  ['没处理', 'dead'],
  ['没处理成', 'dead'],
  ['死信', 'dead'],
  ['not handled', 'dead'],
  ['dead', 'dead'],
])

/** Which kind a word means. */
export const takeKind = (word: string): UnsettledKind | undefined => kinds.get(word.trim().toLowerCase())
