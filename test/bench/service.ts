import { start } from '../../src/main.ts'

/** The service in a process of its own, so that the load's own work does not count against it. */
const service = await start({ env: process.env })
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)))
process.send?.({ url: service.url })
