import type { Texts } from '../index.ts'

export const category: Texts['category'] = {
  list: (p) => `Service categories: ${p.names || 'none yet'}.\nSay "category new Gardening" to add one.`,
  between: ', ',
  notYours: 'Categories are for everybody; please ask an admin for everything.',
  askName: 'Which category? Answer with its name.',
  askNewName: (p) => `What is "${p.name}" to be called?`,
  badName:
    'Please use at most 20 characters for a category, without spaces, commas and bars and not numbers alone.',
  unknown: (p) => `There is no category "${p.name}". Say "category" to see them.`,
  exists: (p) =>
    p.closed
      ? `The category "${p.name}" is closed; say "category reopen ${p.name}" to use it again.`
      : `There is a category "${p.name}" already.`,
  made: (p) => `Done: activities can be posted with the category "${p.name}".`,
  checkRename: (p) =>
    `Rename the category "${p.name}" to "${p.to}"? Activities and hours follow. Answer yes if that is right.`,
  renamed: (p) => `Done: the category "${p.name}" is called "${p.to}" now.`,
  checkClose: (p) =>
    `Close the category "${p.name}"? Nothing is posted with it any more; its hours still count. Answer yes if that is right.`,
  closed: (p) => `The category "${p.name}" is closed. Say "category reopen ${p.name}" to use it again.`,
  reopened: (p) => `The category "${p.name}" can be used again.`,
}
