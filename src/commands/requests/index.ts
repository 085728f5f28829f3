import type { RequestKind } from '../../store/requests.ts'
import { broadcast } from './broadcast.ts'
import { correct } from './correct.ts'
import { excuse } from './excuse.ts'
import { guardian } from './guardian.ts'
import { join } from './join.ts'
import type { Kind } from './kind.ts'
import { newChat } from './new-chat.ts'

/** Every kind of request there is. A new one is a file, a line here and a line in the store's list. */
export const kinds: { readonly [Name in RequestKind]: Kind } = {
  broadcast,
  correct,
  excuse,
  guardian,
  join,
  'new-chat': newChat,
}
