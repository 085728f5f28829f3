import { describe, expect, test } from 'vitest'
import { envExample } from '../scripts/env-example-text.ts'
import { platforms } from '../bots/index.ts'
import { loadConfig } from '../src/config.ts'
import { defaultRules } from '../src/rules.ts'
import { readRepositoryFile } from './support/source-tree.ts'

const servers = { MONGODB_URI: 'mongodb://127.0.0.1:1/', REDIS_URL: 'redis://127.0.0.1:1' }
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const gateway = { STANDARD_WEBHOOK_SECRET: secret, STANDARD_WEBHOOK_URL: 'https://gateway.example/in' }
const load = (env: Record<string, string>) => loadConfig({ ...servers, ...env }, platforms)

describe('settings', () => {
  test('the defaults: loopback, Shanghai, Chinese, all roles, the playground', () => {
    expect(load({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
      roles: ['web', 'workers', 'bots'],
      playground: true,
      publicUrl: 'http://127.0.0.1:3000',
    })
  })

  test('a platform is on when its settings are there, and the playground is off then', () => {
    const config = load(gateway)
    expect(Object.keys(config.platforms)).toEqual(['standard'])
    expect(config.playground).toBe(false)
  })

  test('the playground has no quiet hours, so that a call arrives at night too; a real platform has', () => {
    expect(load({}).rules).toEqual({ ...defaultRules, quietFrom: '00:00', quietUntil: '00:00' })
    expect(load(gateway).rules).toEqual(defaultRules)
  })

  test('a platform that is half set is an error that names what is missing', () => {
    expect(() => load({ STANDARD_WEBHOOK_SECRET: secret })).toThrow(
      /standard is half set: also set STANDARD_WEBHOOK_URL/,
    )
  })

  test('rules of its own change those and no others; what is not a rule is an error', () => {
    const { rules } = load({ ORG_RULES: '{"lateHours":12}' })
    expect(rules).toEqual({ ...defaultRules, lateHours: 12 })
    expect(() => load({ ORG_RULES: '{"latehours":12}' })).toThrow(/ORG_RULES: .*latehours.*docs\/rules\.md/)
    expect(() => load({ ORG_RULES: '{"lateHours":-1}' })).toThrow(/ORG_RULES: lateHours/)
    expect(() => load({ ORG_RULES: '12 hours' })).toThrow(/ORG_RULES/)
  })

  test('everything that is wrong is told at once', () => {
    const wrong = { PORT: 'http', ROLES: 'web,cooks', ADMIN_CLAIM_CODE: 'short', ORG_TIMEZONE: 'Mars' }
    for (const name of Object.keys(wrong)) expect(() => load(wrong)).toThrow(name)
  })

  test('production needs DATA_KEY and PUBLIC_URL, and has no playground', () => {
    expect(() => load({ NODE_ENV: 'production' })).toThrow(
      /DATA_KEY must be set[\s\S]*PUBLIC_URL must be set/,
    )
    expect(() => load({ NODE_ENV: 'production', PLAYGROUND: 'on' })).toThrow(
      /PLAYGROUND: cannot be on in production/,
    )
  })

  test('the playground is never on beside a real platform', () => {
    expect(() => load({ ...gateway, PLAYGROUND: 'on' })).toThrow(
      /cannot be on beside a real platform \(standard\)/,
    )
  })

  test('any setting can be read from a file', () => {
    const config = loadConfig(
      { ...servers, ORG_NAME_FILE: '/run/secrets/org' },
      [],
      (path) => `read from ${path}`,
    )
    expect(config.orgName).toBe('read from /run/secrets/org')
  })

  test('.env.example says what config.ts says', () => {
    expect(readRepositoryFile('.env.example')).toBe(envExample())
  })
})
