import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '../support/command-store.ts'
import { openHandlingDesk } from '../support/handling-desk.ts'

// Some channels cannot prove that a message was not changed on its way. What cannot be undone is not done there.

let desk: Awaited<ReturnType<typeof openHandlingDesk>>
beforeAll(async () => {
  desk = await openHandlingDesk()
  const person = await desk.person('张三')
  const identity = { _id: 'standard:default:zhang', platform: 'standard', account: 'default', user: 'zhang' }
  await desk.store.identities.add({ ...identity, name: '张三', person, seenAt: now })
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const says = (text: string) => desk.says('zhang', text, { id: text, now, trusted: false })

test.each([
  '注销',
  '撤回同意',
  'close account',
  '认领 a-claim-code-for-tests',
  '待核',
  '关联',
  '关联 K7M2P-QR4TX',
  'link',
  '代 张小明 撤回同意',
  '代 张小明 关联',
])('%s', async (text) => {
  expect(await says(text)).toBe('这个渠道不能确认消息没有被改过，请换一个渠道来做这件事。')
})

test('what a guardian does every day is done there too', async () => {
  expect(await says('代 张小明 我的班次')).toContain('你还没有登记为谁的监护人')
})

test('what only goes to the person themselves is given there too', async () => {
  expect(await says('我的数据')).toContain('姓名 张三')
  expect(await says('导出')).toContain('/files/')
})
