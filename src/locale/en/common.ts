import type { Texts } from '../index.ts'

/** `a leader`, `an admin`. */
export const aOrAn = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`

export const common: Texts['common'] = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  month: (p) =>
    `${p.day} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][p.month - 1]}`,
  withYear: (p) => `${p.date} ${p.year}`,
  until: 'to',
  minutes: (p) =>
    p.minutes === 0 ? `${p.hours} h` : p.hours === 0 ? `${p.minutes} min` : `${p.hours} h ${p.minutes} min`,
  yes: 'yes',
  no: 'no',
  roles: { volunteer: 'volunteer', leader: 'leader', socialWorker: 'social worker', admin: 'admin' },
  doers: {
    volunteer: 'volunteer',
    leader: 'leader or social worker',
    socialWorker: 'social worker',
    admin: 'admin',
  },
  everywhere: 'everywhere',
  sentPrivately: 'I have sent it to you directly.',
  askInDirect: 'The details are not for the group: please ask me in a direct chat.',
  about: (p) => `[${p.name}] ${p.text}`,
  textOnly: 'Pictures and voice messages are beyond me; please type. Say "help" to see what I can do.',
  hint: 'I did not understand that. Say "help" to see what I can do.',
  noAnswer: 'I could not make that out; please say it again, or "cancel" to stop.',
  answerWith: (p) => `Please answer ${p.options.map((one) => `"${one}"`).join(' or ')}.`,
  sayItSo: (p) => `I did not understand that. Try "${p.example}": ${p.does}`,
  didYouMean: (p) => `Did you mean "${p.what}"? Answer yes`,
  either: (p) => ['You can say:', ...p.lines.map(({ example, does }) => `"${example}": ${does}`)].join('\n'),
  dropped: 'All right, dropped.',
  tooLate: 'That was more than 10 minutes ago, so please look again:',
  nothingDone: 'All right, nothing was changed.',
  notRegistered: 'Register first, it takes a minute: say "register" and your name.',
  notRegisteredHere: 'Register first, it takes a minute: write to me directly and say "register".',
  notYetAllowed: (p) =>
    `This is done by ${aOrAn(p.role)}. If you are one, say "register" and your name first, then ask an admin for the role.`,
  notAllowed: (p) => `This is done by ${aOrAn(p.role)}; please ask one.`,
  notYourTeam: (p) =>
    `This is done by ${p.team ? `the leader or a social worker of ${p.team}` : 'a social worker or admin for everything'}; please ask them.`,
  ownChild: (p) =>
    `${p.what} is your child's, so somebody else has to decide: ${p.who.length > 0 ? p.who.join(', ') : 'please ask an admin'}.`,
  directOnly: 'Please tell me this in a direct chat, not in a group.',
  roomOnly: 'Please say this in the group it is about.',
  untrusted: 'This channel cannot prove that a message was not changed; please use another one for this.',
  noActivity: (p) => `There is no activity ${p.code}. Say "list" to see what there is.`,
  noPerson: (p) => `I know nobody called "${p.who}". Check the name, or use the volunteer number (V000123).`,
  /** What was said after the code names nobody and says nothing we know. */
  whoIsThat: (p: { said: string; alone: string }) =>
    `"${p.said}" is nobody I know, so I changed nothing. For yourself, say "${p.alone}"; for somebody else, a leader or social worker adds their name or number.`,
  forOthers: (p: { alone: string }) =>
    `Signing others up or off is up to a leader or social worker; please ask them. For yourself, say "${p.alone}".`,
  whichPerson: (p) => `There are several called "${p.who}"; please use the number: ${p.numbers}`,
  whichActivity: (p) => `Which activity? ${p.options}`,
  noTeam: (p) => `There is no team "${p.team}". Say "team" to see them all.`,
  tooManyLines: 'I take five lines at a time; please send the rest again.',
  whichPrompt: (p) => `Several things wait for your answer; please add the code, for example: ${p.options}`,
  promptOption: (p) => (p.name ? `for ${p.name} 1 ${p.code}` : `1 ${p.code}`),
  failed: 'Sorry, this message could not be handled; our staff will look at it. Please try again later.',
  urgent:
    'If life is in danger, call 120 (ambulance) or 110 (police) now. I have told the responsible social worker, who will contact you.',
  urgentNotice: (p) => `[URGENT] ${p.who} asked for help (${p.where}). Please contact them at once.`,
  direct: 'direct chat',
  accountPaused: (p) =>
    `Sending by ${p.platform} is paused (${p.reason}); its messages are kept. Check its settings; a restart goes on.`,
  help: 'help',
  roomJoined:
    'Hello everyone. A social worker says "bind <team>" and this group gets the calls for it; say "signup <code>" to join an activity.',
}
