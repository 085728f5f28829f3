import type { Reply } from '../../chat/reply.ts'
import { formatRange } from '../../locale/format.ts'
import type { Context } from '../command.ts'
import type { PostArgs } from './grammar.ts'

/** Arguments in which nothing is missing. */
export type CompletePost = PostArgs &
  Required<Pick<PostArgs, 'title' | 'category' | 'start' | 'end' | 'place' | 'places'>>

const mostPlaces = 100_000

/** Asks for the first thing that is missing or cannot be; everything known so far stays in the question. */
export async function askForMissing(
  args: PostArgs,
  context: Context,
): Promise<{ reply: Reply } | { post: CompletePost }> {
  const { texts, now } = context
  // Whatever has to be said again is also to be confirmed again.
  const { confirm: _, ...known } = args
  const { title, category, start, end, place, places } = known
  const ask = (field: string, text: string, quickReplies?: string[]) => ({
    reply: { text, ...(quickReplies && { quickReplies }), question: { field, args: known } },
  })
  const askTimeAgain = (text: string) => {
    const args = { ...known, start: undefined, end: undefined }
    return { reply: { text, question: { field: 'start', args } } }
  }
  if (start !== undefined && end !== undefined) {
    if (end <= start) return askTimeAgain(texts.post.endBeforeStart)
    if (start < now.getTime())
      return askTimeAgain(texts.post.past({ when: formatRange({ start, end }, context) }))
  }
  if (!title) return ask('title', texts.post.askTitle)
  const wrongCategory = await checkCategory(category, context)
  if (wrongCategory) return ask('category', wrongCategory.text, wrongCategory.categories)
  if (start === undefined || end === undefined)
    return ask(
      'start',
      known.unclear ? texts.post.unclearStart({ said: known.unclear }) : texts.post.askStart,
    )
  if (!place) return ask('place', texts.post.askPlace)
  if (places === undefined) return ask('places', texts.post.askPlaces)
  if (!Number.isInteger(places) || places < 1 || places > mostPlaces)
    return ask('places', texts.post.wrongPlaces)
  return { post: { ...args, title, category: category ?? '', start, end, place, places } }
}

async function checkCategory(
  category: string | undefined,
  { store, texts }: Context,
): Promise<{ text: string; categories: string[] } | undefined> {
  const categories = (await store.categories.all()).map(({ _id }) => _id)
  if (category !== undefined && categories.includes(category)) return undefined
  const all = categories.join(texts.post.between)
  return {
    text: category
      ? texts.post.noCategory({ category, categories: all })
      : texts.post.askCategory({ categories: all }),
    categories,
  }
}
