import { quietVitals } from './quiet-vitals.ts'
import { keyOf } from '../../src/chat/message.ts'
import type { InboundMessage } from '../../src/chat/message.ts'
import { noTrace } from '../../src/chat/trace.ts'
import { handle } from '../../src/commands/handle.ts'
import { commands } from '../../src/commands/index.ts'
import { createParser } from '../../src/commands/parse.ts'
import { defaultRules } from '../../src/rules.ts'
import type { Store } from '../../src/store/index.ts'
import type { NewOutboxRow } from '../../src/store/outbox.ts'
import { openCommandStore } from './command-store.ts'

const zone = 'Asia/Shanghai'
const snapshot = { teams: [], stations: [], categories: [] }
const parse = createParser(commands)

/**
 * Messages as their mailbox hands them over, on a database of its own: for what a test must run again or let die in the
 * middle, whichever part of handling it is.
 */
export async function openHandlingDesk() {
  const desk = await openCommandStore()
  const { store, connection } = desk
  return {
    ...desk,
    /** Handles one message of a direct chat; the same `id` is the same message again. Gives what was answered. */
    async says(
      user: string,
      text: string,
      { id, now, view = store, trusted = true }: { id: string; now: Date; view?: Store; trusted?: boolean },
    ): Promise<string> {
      const key = keyOf('standard', 'default', id)
      const message: InboundMessage = {
        kind: 'text',
        id,
        key,
        platform: 'standard',
        account: 'default',
        sender: { id: user, name: user },
        text,
        mentionsBot: false,
        sentAt: now.getTime(),
        acceptedAt: now.getTime(),
        trusted,
        parsed: parse(text, { reading: { now: now.getTime(), zone, snapshot }, addressed: true }),
      }
      await handle(store.seal.seal(JSON.stringify(message)), {
        connection,
        store: view,
        commands: new Map(commands.map((one) => [one.name, one])),
        enqueue: async () => undefined,
        snapshot: () => snapshot,
        limits: new Map(),
        org: { name: '测试', publicUrl: 'http://127.0.0.1', claimCode: '' },
        zone,
        rules: defaultRules,
        pace: () => 50,
        vitals: quietVitals,
        locale: 'zh-CN',
        trace: noTrace,
        post: async () => undefined,
      })
      const rows = ((await store.inbox.find(key)) ?? []) as NewOutboxRow[]
      return rows.map(({ content }) => content.text).join('\n')
    },
  }
}
