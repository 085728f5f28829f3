import type { Texts } from '../index.ts'

export const leave: Texts['leave'] = {
  which: (p) => `Which team do you want to leave? ${p.teams}`,
  noTeam: 'You do not belong to a team at the moment. Say "join" to join one.',
  notMember: (p) => `You are not a member of ${p.team}; nothing changed.`,
  leads: (p) => `You hold a role for ${p.team}; please ask an admin to take it back.`,
  done: (p) => `You have left ${p.team}. Your sign-ups and hours stay; say "join ${p.team}" to come back.`,
  told: (p) => `${p.who} has left ${p.team}.`,
}
