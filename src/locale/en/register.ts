import type { Texts } from '../index.ts'

export const register: Texts['register'] = {
  privately:
    'Please register in a direct chat with me: say "register" there and keep personal data out of the group.',
  askName: 'Welcome! What is your name?',
  yourOwnName: 'Please put your own name there, for example "register Mary Smith". What is your name?',
  nameTooLong: 'That is a bit long for a name; please send the name alone.',
  askPhone: (p) => `Hello ${p.name}! What is your phone number? Say "skip" if you would rather not.`,
  skip: 'skip',
  askBirth:
    'In which year were you born? For example 1990, or 1990-05-01. Some activities have a minimum age.',
  askExactBirth: (p) =>
    `Please send your whole date of birth, for example 2012-05-01, to see whether you are ${p.age} yet.`,
  wrongBirth: 'That year cannot be right; please send it again, for example 1990.',
  askConsent: (p) =>
    `Last step. ${p.org} uses your name, phone, birth year and service record to organise activities, verify hours and write certificates, for nothing else and never in a group; phone and birth date are kept encrypted.\nThey are kept until you ask for their removal; then only minutes without your name stay in the statistics.\nSay "agree", or "disagree" if you do not.`,
  minor: (p) => `You are under ${p.age}, so dangerous activities are not open to you.`,
  consent: 'agree',
  dissent: 'disagree',
  refused: 'All right, you were not registered. Say "register" if you change your mind.',
  guardian: (p) =>
    `Thank you for wanting to help! You are under ${p.age}, so a parent or guardian has to agree first. They register in their own chat and say “guardian YOUR NAME” to me there. You were not registered now.`,
  done: (p) =>
    `You are registered, ${p.name}! Your volunteer number is ${p.number}.\nSay "list" to see what you can join, "help" to see what you can say.`,
  askSkills: 'What can you do? Answer for example "first-aid, Cantonese", or 0 to leave it.',
  skipped: 'All right. To tell me later, say "skills first-aid, Cantonese".',
  next: ['list', 'help'],
  already: (p) => `You are registered already: ${p.name}, volunteer number ${p.number}.`,
  alreadyHere: 'You are registered already; say "me" to see how you stand.',
}
