import type { Texts } from '../index.ts'

export const newChat: Texts['newChat'] = {
  registered: (p) =>
    `This chat is registered as ${p.number} already. To join another chat, say “link”; if you registered twice, please ask an admin to merge.`,
  askNumber:
    'What is your volunteer number? For example V000123. If you have forgotten it, please ask your social worker.',
  askName: 'What name did you register with?',
  tooMany: 'That is too many tries for today. Please come back tomorrow, or ask a social worker.',
  noSuch: (p) =>
    `${p.number} and “${p.name}” do not belong together. Please check and say “new-chat NUMBER” again, or ask a social worker.`,
  waiting: (p) =>
    `You have asked for this already (${p.request}). A social worker will check; no need to ask again.`,
  asked: (p) =>
    `I have asked for you (${p.request}). This chat becomes yours once a ${p.role} has made sure it is you; I will tell you. Your old chat has been told too.`,
  isItYou: (p) =>
    `Another chat account${p.shown ? ` (shown as “${p.shown}”)` : ''} says it is you and wants to take over your registration.\nIf that is not you, answer “new-chat not me” at once.`,
  notMe: 'new-chat not me',
  request: (p) =>
    `${p.who} wants to move to a new chat account${p.shown ? ` (shown as “${p.shown}”)` : ''}; please make sure by phone or in person that it is them`,
  agreed: (p) => `${p.who} is in the new chat now, and the old one is theirs no longer. Both have been told.`,
  refused: (p) => `${p.who} was not moved, and the chat that asked has been told.`,
  taken: (p) =>
    `Nothing was changed: that chat is registered as somebody else. If it is the same person, please ask an admin to merge ${p.who}.`,
  welcome: (p) =>
    `Done, ${p.name}! This chat is you (${p.number}) now. Your activities and hours are all there.`,
  next: ['me', 'list'],
  left: 'Your registration has moved to another chat account, and this one does not speak for you any more. If that was not you, please tell a social worker at once.',
  notNow: (p) =>
    `It did not work this time${p.reason ? `: ${p.reason}` : ''}. If you have questions, please ask your social worker.`,
  nothingAsked: 'Nobody has asked for that. Nothing has changed.',
  stopped: 'All right, I have stopped it. Your chat stays yours, and I have told the social worker.',
  objected: (p) =>
    `${p.who} says that request ${p.request} did not come from them, so it is stopped. Please remind them to keep their account safe.`,
}
