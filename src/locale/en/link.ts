import type { Texts } from '../index.ts'

export const link: Texts['link'] = {
  howTo:
    'To join this chat to the one you used before: say “link” to me there, and bring the code here: “link CODE”.\nNot registered yet? Just say “register”.',
  orRegister: ['register'],
  code: (p) =>
    `Your code is ${p.code}. It works once, for ${p.minutes} minutes. Do not give it to anybody.\nIn your other chat, say “link ${p.code}” to me, and both are you.`,
  sameChat: 'This is the chat the code was given in. Please say it in the other one.',
  already: 'This chat is joined to you already. Nothing has changed.',
  otherPerson: (p) =>
    `This chat is registered as ${p.mine}, so it cannot be joined. If both are you, please ask an admin to say “merge ${p.other} ${p.mine}”.`,
  wrong: 'That code is wrong or too old. Say “link” in your first chat again to get a new one.',
  tooMany: 'That is too many tries for today. Please come back tomorrow, or ask a social worker.',
  done: (p) =>
    `Done, ${p.name}! This chat is you (${p.number}) as well. I will write to whichever chat you used last.`,
  next: ['me', 'list'],
  told: 'Another chat has just been joined to yours. If that was not you, please tell a social worker at once.',
  notYet: (p) => `A child gets a chat of its own from ${p.age} on. Until then you speak for it.`,
  yourself: (p) => `${p.name}, so far your guardian agreed for you. Now you are asked yourself.`,
  noConsent:
    'All right, nothing was joined. What is recorded stays with your guardian; to have it deleted, please ask your guardian or a social worker.',
  grownUp: (p) =>
    `${p.name} has agreed personally and uses a chat of their own from now on; messages go there. Thank you for all your help!`,
}
