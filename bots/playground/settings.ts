import type { PlatformSettings } from '../../src/config.ts'

/** None of its own: `PLAYGROUND` decides whether it is on. */
export const settings: PlatformSettings = { required: [], optional: [] }
