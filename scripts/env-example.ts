import { writeFileSync } from 'node:fs'
import { envExample } from './env-example-text.ts'

/** `npm run env:example`: writes `.env.example` from the settings. */
writeFileSync('.env.example', envExample())
