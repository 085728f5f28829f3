import { describe, expect, test } from 'vitest'
import type { Way } from '../../../scripts/services/choose.ts'
import { mongodbWays } from '../../../scripts/services/mongodb.ts'
import { redisWays } from '../../../scripts/services/redis.ts'
import { fakeContext, fakeMachine } from './fake-context.ts'

const hurdles = (ways: Way[]) => ways.map((way) => [way.name, way.hurdle])
const mongodb = (...machine: Parameters<typeof fakeMachine>) =>
  mongodbWays(fakeContext(fakeMachine(...machine)))
const redis = (...machine: Parameters<typeof fakeMachine>) => redisWays(fakeContext(fakeMachine(...machine)))
const debian = { isDebian: true, isRoot: true }

describe('MongoDB', () => {
  test('on a bare machine that is not Debian only the download can be tried', () => {
    expect(hurdles(mongodb([]))).toEqual([
      ['the MongoDB of MONGODB_URI', 'MONGODB_URI is not set'],
      ['mongod on PATH', 'there is no mongod on PATH'],
      ['the official mongod, downloaded', undefined],
      ['DocumentDB engine and FerretDB gateway', 'this is not Debian'],
    ])
  })

  test('MONGODB_URI comes first and is taken as it is', async () => {
    const uri = 'mongodb://db.example:27017/?replicaSet=rs0'
    const first = mongodb(['mongod'], { env: { MONGODB_URI: uri } }).find((way) => way.hurdle === undefined)
    expect(first?.name).toBe('the MongoDB of MONGODB_URI')
    expect(await first?.start()).toBe(uri)
  })

  test('an empty MONGODB_URI counts as not set, and mongod on PATH comes next', () => {
    const first = mongodb(['mongod'], { env: { MONGODB_URI: '' } }).find((way) => way.hurdle === undefined)
    expect(first?.why).toBe('/fake/bin/mongod is there')
  })

  test.each([
    { programs: ['apt-get'], facts: { ...debian, isRoot: false }, hurdle: 'installing packages needs root' },
    { programs: [], facts: debian, hurdle: 'there is no apt-get' },
    { programs: ['apt-get'], facts: debian, hurdle: 'there is no Go on PATH' },
    {
      programs: ['apt-get', 'go'],
      facts: { ...debian, goVersion: (): [number, number] => [1, 24] },
      hurdle: 'Go 1.24 is older than 1.25',
    },
    {
      programs: ['apt-get', 'go'],
      facts: { ...debian, goVersion: (): [number, number] => [1, 25] },
      hurdle: undefined,
    },
  ])('the engine needs Debian, root and Go 1.25: $hurdle', ({ programs, facts, hurdle }) => {
    expect(mongodb(programs, facts).at(-1)?.hurdle).toBe(hurdle)
  })
})

describe('Redis', () => {
  test('REDIS_URL, then PATH, then the package managers', () => {
    const all = redis(['redis-server', 'apt-get', 'brew'], {
      ...debian,
      env: { REDIS_URL: 'redis://r:6379' },
    })
    expect(hurdles(all)).toEqual([
      ['the Redis of REDIS_URL', undefined],
      ['redis-server on PATH', undefined],
      ['redis-server from Debian', undefined],
      ['redis from Homebrew', undefined],
    ])
  })

  test('without any of them nothing can be tried', () => {
    expect(redis([]).filter((way) => way.hurdle === undefined)).toEqual([])
  })

  test('apt-get without root is not tried', () => {
    expect(redis(['apt-get']).find((way) => way.name.includes('Debian'))?.hurdle).toContain('root')
  })
})
