import type { Texts } from '../index.ts'

export const join: Texts['join'] = {
  which: (p) => `Which team do you want to join? ${p.teams}`,
  noTeams: 'There is no team to join at the moment; please look again later.',
  already: (p) => `You belong to ${p.team} already.`,
  waiting: (p) =>
    `You have asked to join ${p.team} (${p.request}); its leader has yet to answer. No need to ask again.`,
  done: (p) =>
    `I have asked for you to join ${p.team} (${p.request}). You hear from me once its leader agrees.`,
  request: (p) => `${p.who} wants to join ${p.team}`,
  agreed: (p) => `${p.who} is a member of ${p.team} now and has been told.`,
  refused: (p) => `${p.who} does not join ${p.team} and has been told.`,
  welcome: (p) => `Welcome to ${p.team}! I will call you when there is something on.`,
  list: (p) => `list ${p.team}`,
  notNow: (p) =>
    `You could not join ${p.team} this time${p.reason ? `: ${p.reason}` : ''}. Other teams are glad of you; say "team" to see them.`,
}
