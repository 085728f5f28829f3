import type { Texts } from '../index.ts'

export const manage: Texts['manage'] = {
  nothing: 'There is no activity ahead in your scope. Say "post" to make one.',
  notYours: (p) =>
    p.team
      ? `${p.code} is looked after by the leaders and social workers of ${p.team}; please ask one.`
      : `${p.code} is looked after by a social worker for everything; please ask one.`,
  calledOff: (p) =>
    `${p.code} was called off and cannot be changed any more. To do it again, say "repost ${p.code}".`,
  over: (p) => `${p.code} is over and cannot be changed any more. To do it again, say "repost ${p.code}".`,
}
