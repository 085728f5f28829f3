import type { Texts } from '../index.ts'

export const revoke: Texts['revoke'] = {
  howTo: 'Whose role shall go, and which? For example "revoke V000123 leader Nanyuan".',
  notHeld: (p) => `${p.who} does not hold that role; nothing was changed.`,
  which: (p) => `${p.who} holds several roles: ${p.options}. Please say which one.`,
  own: 'Your own role as admin of everything has to be taken back by another such admin.',
  ask: (p) => `Please check: ${p.who} is no longer ${p.what}.\nAnswer "yes" if that is right.`,
  done: (p) => `Done: ${p.who} is no longer ${p.what}.`,
  notice: (p) => `${p.by} has taken back your role: ${p.what}. Please ask them if you wonder why.`,
}
