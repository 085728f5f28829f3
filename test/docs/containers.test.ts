import { describe, expect, test } from 'vitest'
import { settings } from '../../src/config.ts'
import { platforms } from '../../bots/index.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

const compose = readRepositoryFile('docker-compose.yml')
/** Services by name, each as its lines. */
const services = Object.fromEntries(
  [...(compose.split(/^services:\n/m)[1] ?? '').matchAll(/^ {2}([a-z]+):\n((?: {4}.*\n)+)/gm)].map(
    ([, name = '', lines = '']) => [name, lines],
  ),
)
const stages = readRepositoryFile('Dockerfile').split(/^(?=FROM )/m)
const last = stages.at(-1) ?? ''

describe('Dockerfile', () => {
  test('builds in stages; the last one has no tools of the build and does not run as root', () => {
    expect(stages.filter((stage) => stage.startsWith('FROM ')).length).toBeGreaterThan(2)
    expect(last).not.toContain('npm ')
    expect(last).toMatch(/^USER node$/m)
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('\nCMD'))
  })

  test('is for production, listens to all of its network, says its health and carries no secret', () => {
    expect(last).toMatch(/^ENV NODE_ENV=production HOST=0\.0\.0\.0 PORT=3000$/m)
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m)
    expect(last).toMatch(/^CMD \["node", .*"dist\/src\/entry\.js"\]$/m)
    expect(last).not.toMatch(/DATA_KEY|SECRET|TOKEN/)
  })
})

describe('docker-compose.yml', () => {
  test('runs the two databases and one image in two roles, which cover all', () => {
    expect(Object.keys(services)).toEqual(['mongo', 'redis', 'web', 'workers'])
    const roles = ['web', 'workers'].map((name) => /ROLES: (.*)/.exec(services[name] ?? '')?.[1])
    expect(roles.join(',').split(',').sort()).toEqual(['bots', 'web', 'workers'])
    for (const name of ['web', 'workers']) expect(services[name]).toContain('build: .')
  })

  test('Redis keeps what it accepted and throws nothing away; both databases keep their data', () => {
    expect(services['redis']).toMatch(/'--appendonly', 'yes'/)
    expect(services['redis']).toMatch(/'--maxmemory-policy', 'noeviction'/)
    expect(services['redis']).toContain("volumes: ['redis:/data']")
    expect(services['mongo']).toContain("volumes: ['mongo:/data/db']")
  })

  test('secrets come from the environment, and only known settings are given', () => {
    const given = [...compose.matchAll(/^ {6}([A-Z_]+): (.*)$/gm)].map(([, name = '', value = '']) => ({
      name,
      value,
    }))
    const all = [
      ...settings,
      ...platforms.flatMap((one) => [...one.settings.required, ...one.settings.optional]),
    ]
    expect(given.filter(({ name }) => !all.some((one) => one.name === name))).toEqual([])
    const secrets = given.filter(({ name }) => /KEY|SECRET|CODE|TOKEN/.test(name))
    expect(secrets.map(({ name }) => name)).toContain('DATA_KEY')
    expect(secrets.filter(({ name, value }) => !value.startsWith(`\${${name}:`))).toEqual([])
  })

  test('nothing but the loopback is opened to the outside, and stopping has longer than the service takes', () => {
    expect([...compose.matchAll(/ports: (.*)/g)].map((match) => match[1])).toEqual([
      "['127.0.0.1:3000:3000']",
    ])
    for (const name of ['web', 'workers']) expect(services[name]).toContain('stop_grace_period: 25s')
  })
})
