import type { Texts } from '../index.ts'

export const bind: Texts['bind'] = {
  ask: (p) =>
    `Which team is this group for? Answer with its name${p.teams ? `, for example: ${p.teams}` : ''}`,
  between: ', ',
  noTeams: 'There is no team yet. An admin can say "team new Nanyuan".',
  done: (p) =>
    `Done: this is the group of ${p.team} now, and its calls come here.\nSay "list" for activities and "signup A12" to join one; leaders and social workers say "post" for a new one.`,
  doneSilent: (p) =>
    `Done: this is the group of ${p.team} now. Here I can only answer, so calls go to its members one by one.\nMention me and say "list" for activities and "signup A12" to join one.`,
  next: ['list', 'post'],
  notYours: (p) => `${p.team} is bound by its own social worker or an admin; please ask one.`,
  boundTo: (p) => `This group is bound to ${p.team}; its social worker or an admin can change that.`,
}
