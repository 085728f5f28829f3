import { common } from './common.ts'

/** The Chinese catalogue, the original: one file for each command, and what several share. */
export const zhCN = { common }
