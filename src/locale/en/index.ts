import type { Texts } from '../index.ts'
import { common } from './common.ts'

/** The English catalogue. */
export const en: Texts = { common }
