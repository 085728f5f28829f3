import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Context, Run } from '../command.ts'
import type { MasterData } from '../master-data.ts'
import { isNewName } from '../new-name.ts'

/** Makes, renames, closes and reopens service categories, or lists them. Categories are everybody's: a full admin's word. */
export const runCategory: Run<MasterData> = async (args, context) => {
  const { store, texts, asker } = context
  if (args.verb === 'list') {
    const all = (await store.categories.all()).map(({ _id }) => _id)
    return { text: texts.category.list({ names: all.join(texts.category.between) }) }
  }
  if (!may(asker.grants, 'admin', {})) return { text: texts.category.notYours }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const { verb, name } = args
  if (!name) return { text: texts.category.askName, question: { field: 'name', args } }
  return verb === 'new' ? make(args, name, context) : change(args, name, context)
}

async function make(args: MasterData, name: string, { store, texts, key }: Context): Promise<Reply> {
  if (!isNewName(name))
    return { text: texts.category.badName, question: { field: 'name', args: { ...args, name: undefined } } }
  await store.categories.addAll([name], key)
  const there = await store.categories.known(name)
  return there?.key === key
    ? { text: texts.category.made({ name }) }
    : { text: texts.category.exists({ name, closed: there?.closed !== undefined }) }
}

async function change(args: MasterData, name: string, context: Context): Promise<Reply> {
  const { store, texts, key, now, asker } = context
  const { verb, to } = args
  const target = to === undefined ? null : await store.categories.known(to)
  const again = verb === 'rename' && target?.key === key
  const category = await store.categories.known(name)
  if (!category && !again) return { text: texts.category.unknown({ name }) }
  if (verb === 'reopen') {
    await store.categories.reopen(name)
    return { text: texts.category.reopened({ name }) }
  }
  if (verb === 'close') {
    if (category?.closed) return { text: texts.category.closed({ name }) }
    if (!args.confirm) return ask(texts.category.checkClose({ name }), args, context)
    await store.categories.close(name, { by: asker.person?._id ?? asker.identity, at: now, key })
    return { text: texts.category.closed({ name }) }
  }
  if (!to) return { text: texts.category.askNewName({ name }), question: { field: 'to', args } }
  if (!isNewName(to))
    return { text: texts.category.badName, question: { field: 'to', args: { ...args, to: undefined } } }
  if (target && !again)
    return { text: texts.category.exists({ name: to, closed: target.closed !== undefined }) }
  if (!args.confirm) return ask(texts.category.checkRename({ name, to }), args, context)
  return (await store.renaming.rename('category', { from: name, to, key }))
    ? { text: texts.category.renamed({ name, to }) }
    : { text: texts.category.exists({ name: to, closed: false }) }
}

function ask(text: string, { verb, name, to }: MasterData, { texts }: Context): Reply {
  return {
    text,
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { verb, name, ...(to && { to }) } },
  }
}
