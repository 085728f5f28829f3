import type { OutboundMessage } from '../platform.ts'

/**
 * A message for a platform that shows text and nothing else: what could be tapped elsewhere stands in lines of its own,
 * to be copied or typed, and files as their addresses.
 */
export function plainText({
  text,
  quickReplies,
  files,
}: Pick<OutboundMessage, 'text' | 'quickReplies' | 'files'>): string {
  return [
    text,
    ...files.map(({ name, url }) => `${name} ${url}`),
    ...quickReplies.map((reply) => `› ${reply}`),
  ].join('\n')
}
