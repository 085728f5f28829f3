import type { Texts } from '../index.ts'

export const grant: Texts['grant'] = {
  howTo:
    'Please say who, which role and for which team or station, for example "grant V000123 leader Nanyuan", or "all" for everything.',
  needsScope: (p) =>
    `For which team or station? For example "grant ${p.who} ${p.role} Nanyuan", or "all" for everything.`,
  memberOfTeam: (p) => `Which team do they join? For example "grant ${p.who} volunteer Nanyuan".`,
  noStation: (p) => `There is no station "${p.station}". Say "team" to see them all.`,
  notYours: 'This is outside what you administer; please ask an admin for everything.',
  held: (p) => `${p.who} is ${p.what} already.`,
  what: (p) => `${p.role} (${p.scope ?? 'everywhere'})`,
  who: (p) => `${p.number} ${p.name}`,
  ask: (p) => `Please check: ${p.who} (${p.accounts})\nbecomes ${p.what}.\nAnswer "yes" if that is right.`,
  account: (p) => `${p.platform} account ${p.name || p.user}`,
  noAccount: 'no chat account',
  between: ', ',
  done: (p) => `Done: ${p.who} is ${p.what} now${p.told ? ' and has been told' : ''}.`,
  notice: (p) => `${p.by} made you ${p.what}. Say "help" to see what you can do.`,
  help: 'help',
}
