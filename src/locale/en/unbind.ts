import type { Texts } from '../index.ts'

export const unbind: Texts['unbind'] = {
  notBound: (p) =>
    p.team
      ? `This group is bound to ${p.team}. Say "unbind" alone to undo it.`
      : 'This group is bound to no team.',
  check: (p) =>
    `This group is no longer the group of ${p.team}, and calls do not come here any more? Answer yes if that is right.`,
  done: 'Done: calls do not come to this group any more. "bind TEAM" binds it again.',
}
