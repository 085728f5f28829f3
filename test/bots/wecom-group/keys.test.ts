import { describe, expect, test } from 'vitest'
import { readGroupKeys } from '../../../bots/wecom-group/keys.ts'

const [one, two] = ['693a91f6-7aaa-4bc4-97a0-0ec2cccccc01', '693a91f6-7aaa-4bc4-97a0-0ec2cccccc02']
const read = (setting: string) => readGroupKeys(setting).map(({ team, key }) => [team, key])

describe('WECOM_GROUP_KEYS', () => {
  test.each([
    ['one', `南园队=${one}`, [['南园队', one]]],
    [
      'several, as they are typed',
      ` 南园队 = ${one}，\n北园队=${two},`,
      [
        ['南园队', one],
        ['北园队', two],
      ],
    ],
    [
      'two groups of a team',
      `南园队=${one},南园队=${two}`,
      [
        ['南园队', one],
        ['南园队', two],
      ],
    ],
    [
      'the whole address',
      `南园队=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${one}`,
      [['南园队', one]],
    ],
  ])('holds %s', (_name, setting, robots) => {
    expect(read(setting)).toEqual(robots)
  })

  test.each([
    ['nothing', ' , '],
    ['a key without a team', one],
    ['a team without a key', '南园队='],
    ['a key that is none', '南园队=abc'],
    ['the address of somebody else', `南园队=https://example.org/send?key=${one}`],
    ['a key twice', `南园队=${one},北园队=${one}`],
  ])('does not hold %s', (_name, setting) => {
    expect(() => readGroupKeys(setting)).toThrow('WECOM_GROUP_KEYS')
  })

  test('the id of a room tells nothing of its key', () => {
    const [robot] = readGroupKeys(`南园队=${one}`)
    expect(robot?.id).toMatch(/^[0-9a-f]{16}$/)
    expect(one).not.toContain(robot?.id)
  })
})
