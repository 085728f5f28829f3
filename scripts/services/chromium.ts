import { aptHurdle, aptInstall } from './apt.ts'
import { cacheFolder } from './cache.ts'
import { thisMachine } from './machine.ts'
import type { Say } from './step.ts'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * The path of a Chromium for the tests of pages: `CHROMIUM`, else one on PATH, else on Debian as root the
 * package (with a font for Chinese). Undefined, after saying why, when there is none.
 */
export async function findChromium(say: Say): Promise<string | undefined> {
  const machine = thisMachine(process.env)
  const onPath = () => PROGRAMS.map(machine.find).find((path) => path !== undefined)
  const found = machine.env['CHROMIUM'] || onPath()
  if (found) return found
  const hurdle = machine.isDebian ? aptHurdle(machine) : 'this is not Debian'
  if (hurdle !== undefined) {
    say(`no Chromium: CHROMIUM is not set, none is on PATH, and it cannot be installed: ${hurdle}`)
    return undefined
  }
  const packages = ['chromium', 'fonts-noto-cjk']
  await aptInstall({ packages, cache: cacheFolder(machine.env), say })
  return onPath()
}
