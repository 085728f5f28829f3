import type { Reply } from '../../chat/reply.ts'
import type { Request } from '../../store/requests.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/**
 * One kind of request: how it reads, and what a second person's word does. Both words may be said again by the same
 * message after a crash and must then change nothing more; `agree` tells whoever asked.
 */
export type Kind = {
  /** What is asked for, in one line: `张三 V000005 想加入 南园队`. */
  line: (request: Request, asked: Person | undefined, texts: Context['texts']) => string
  /** All of what is asked for, where the line cannot hold it: told to who may answer. */
  detail?: (request: Request) => string | undefined
  agree: (request: Request, context: Context) => Promise<Reply>
  /** The reason given stands in the request's answer. */
  refuse: (request: Request, context: Context) => Promise<Reply>
}
