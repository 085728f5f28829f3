import { createHash } from 'node:crypto'
import { AppError } from '../../src/errors.ts'

/** A group robot: whose team's group it is in, and under which id its room is known here. */
export type GroupRobot = { id: string; team: string; key: string }

/** In front of a key when the whole address of a robot was copied. */
const address = /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=/

/**
 * Reads `南园队=<key>,北园队=<key>`: robots separated by commas or line ends, a key or the whole Webhook address each; a
 * team may have several. The room's id follows from the key and does not give it away. Throws AppError `config`.
 */
export function readGroupKeys(setting: string): GroupRobot[] {
  const robots = setting
    .split(/[,，\n]+/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [, team = '', said = ''] = /^([^=]{1,40}?)\s*=\s*(.+)$/.exec(one) ?? []
      const key = said.replace(address, '')
      if (!team || !/^[A-Za-z0-9-]{16,64}$/.test(key))
        throw new AppError('config', 'WECOM_GROUP_KEYS: write 南园队=<key>, several separated by commas')
      return { id: createHash('sha256').update(key).digest('hex').slice(0, 16), team, key }
    })
  if (robots.length === 0 || new Set(robots.map(({ id }) => id)).size < robots.length)
    throw new AppError('config', 'WECOM_GROUP_KEYS: at least one key, and none twice')
  return robots
}
