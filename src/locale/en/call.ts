import type { Texts } from '../index.ts'

export const call: Texts['call'] = {
  nothingToCall: 'There is no activity in your scope to call for. Say "post" to make one.',
  askAudience: (p) =>
    `Who should hear of ${p.code}? Say a team, a station, "#skill" or "all"${p.team ? `, for example "${p.team}"` : ''}.`,
  notYours: (p) =>
    p.team
      ? `${p.code} is called for by the leaders and social workers of ${p.team}; please ask one.`
      : `${p.code} is called for by a social worker for everything; please ask one.`,
  cancelled: (p) => `${p.code} was called off and cannot be called for. Say "call" to see others.`,
  over: (p) => `${p.code} is over and cannot be called for. Say "call" to see others.`,
  overThen: (p) => `${p.code} will be over by ${p.when}; please set an earlier time.`,
  title: (p) => `[CALL] ${p.code} ${p.title}${p.team ? ` (${p.team})` : ''}`,
  when: (p) => `When: ${p.when}`,
  where: (p) => `Where: ${p.place}${p.meetAt ? `, meet at: ${p.meetAt}` : ''}`,
  places: (p) =>
    `${p.left > 0 ? `Places left: ${p.left}` : 'Full, with a waiting list'}${p.needs ? `; ${p.needs}` : ''}`,
  age: (p) => `from ${p.age} years`,
  skills: (p) => `skills: ${p.skills}`,
  bring: (p) => `bring: ${p.bring}`,
  risk: (p) =>
    `Risk: ${p.risk ?? (p.insured ? 'danger of injury, explained by the social worker before you go' : 'nothing out of the ordinary was listed')}; insurance: ${p.insured ? 'accident insurance is needed, check with the social worker before you go' : 'not required'}`,
  answer: (p) =>
    `To come, answer "signup ${p.code}" (or 1 in our chat), 2 if you cannot; for no more calls, "stop"`,
  declined: (p) => `All right, not ${p.code} this time. If you change your mind, answer 1.`,
  signedUp: (p) => `You are signed up for ${p.code}; if you cannot come, say "cancel ${p.code}".`,
  signUp: (p) => `signup ${p.code}`,
}
