import { expect, test } from 'vitest'
import { platforms } from '../../bots/index.ts'
import { dingtalk } from '../fixtures/dingtalk/fixtures.ts'
import { feishu } from '../fixtures/feishu/fixtures.ts'
import { onebot } from '../fixtures/onebot/fixtures.ts'
import { playground } from '../fixtures/playground/fixtures.ts'
import { standard } from '../fixtures/standard/fixtures.ts'
import { telegram } from '../fixtures/telegram/fixtures.ts'
import { wechatMp } from '../fixtures/wechat-mp/fixtures.ts'
import { wecomBot } from '../fixtures/wecom-bot/fixtures.ts'
import { wecomGroup } from '../fixtures/wecom-group/fixtures.ts'
import { wecom } from '../fixtures/wecom/fixtures.ts'
import { keepsThePlatformContract, type PlatformFixtures } from './platform.ts'

const fixtures: Record<string, PlatformFixtures> = {
  dingtalk,
  feishu,
  onebot,
  playground,
  standard,
  telegram,
  'wechat-mp': wechatMp,
  wecom,
  'wecom-bot': wecomBot,
  'wecom-group': wecomGroup,
}

test('every platform brings its fixtures, and no fixtures are left over', () => {
  const names = platforms.map(({ name }) => name)
  expect(Object.keys(fixtures).filter((name) => !names.includes(name))).toEqual([])
  expect(names.filter((name) => !fixtures[name])).toEqual([])
})

for (const platform of platforms) {
  const own = fixtures[platform.name]
  if (own) keepsThePlatformContract(platform, own)
}
