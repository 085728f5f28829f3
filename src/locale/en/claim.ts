import type { Texts } from '../index.ts'

export const claim: Texts['claim'] = {
  howTo: 'Please say "claim CODE". The code is shown when the service starts.',
  unnamed: 'Admin',
  done: (p) =>
    `${p.name}, you are an admin now; your number is ${p.number}.\nWhat you can do next:\n"team new Nanyuan" makes a team\n"bind Nanyuan", said in the team's group\n"grant NAME socialworker Nanyuan" asks a social worker to lead it`,
  next: ['team new Nanyuan', 'help'],
  already: 'You are an admin already. Say "help" to see what you can do.',
  taken: 'There is an admin already. Ask one to give you a role with "grant".',
  wrong: 'That is not the code. Please check it and send it again.',
  tooMany: 'Too many tries for today; please come back tomorrow.',
}
