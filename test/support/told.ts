import type { Notice, Reply } from '../../src/chat/reply.ts'
import { textsFor } from '../../src/locale/index.ts'

/** A notice as somebody reads it who set no language. */
export const inChinese = ({ person, say }: Notice) => ({
  person,
  ...say({ texts: textsFor('zh-CN'), locale: 'zh-CN' }),
})

/** What others are told by a reply. */
export const told = ({ notices = [] }: Pick<Reply, 'notices'>) => notices.map(inChinese)
