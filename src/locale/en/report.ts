import type { Texts } from '../index.ts'

export const report: Texts['report'] = {
  ask: 'What is it about? Just go on; it goes to the social worker in charge and never into a group.',
  nothingWaits: 'No report waits for you. To report something yourself, just go on.',
  kept: (p) =>
    `Thank you, ${p.owner ? `${p.owner} has it now` : 'I have kept it'}; its number is ${p.report}. I tell you as soon as there is an answer; to add something, say "report ${p.report} …".`,
  keptHere: 'Thank you, the social worker in charge has it. The rest by direct message.',
  tooMany: (p) =>
    `There are ${p.count} reports of yours from today already; they are read one by one. To add to one, say "report F12 …"; in danger call 120 or 110.`,
  added: (p) => `Added to ${p.report}, and the social worker in charge knows.`,
  none: (p) => `There is no ${p.report}; please check the number. "report" shows those there are.`,
  own: (p) => `${p.report} is your own; somebody else has to answer it. You can say "pass ${p.report} name".`,
  over: (p) => `${p.report} is closed already; nothing changed. For something new, say "report …".`,
  notice: (p) =>
    `${p.report} ${p.who}${p.team ? ` (${p.team})` : ''} ${p.more ? 'adds' : 'reports'}: ${p.text}\n` +
    `Say "answer ${p.report} …", "pass ${p.report} name" or "resolve ${p.report}".`,
  answerSaid: (p) => `answer ${p.report}`,
  closeSaid: (p) => `resolve ${p.report}`,
  which: 'Which one? Please add its number, for example "answer F12 …". "report" shows them.',
  list: 'report',
  askAnswer: (p) => `What is the answer to ${p.report}? Your words are passed on as they are.`,
  answered: (p) =>
    `${p.report} is answered and the words are on their way. When it is done, say "resolve ${p.report}".`,
  answer: (p) =>
    `There is an answer to your report ${p.report} (${p.who}): ${p.text}\nTo add something, say "report ${p.report} …".`,
  closed: (p) => `${p.report} is closed, and whoever reported it knows.`,
  closedNotice: (p) =>
    `Your report ${p.report} is closed. If it is not solved, say "report …" once more. Thank you for telling us.`,
  askWho: (p) => `To which social worker does ${p.report} go?`,
  outOfScope: (p) => `${p.who} is no social worker for this place; nothing changed.`,
  already: (p) => `${p.who} has ${p.report} already; nothing changed.`,
  passed: (p) => `${p.report} has gone to ${p.who}; both know.`,
  passedNotice: (p) => `${p.who} looks after your report ${p.report} now.`,
  takenNotice: (p) => `${p.by} has passed ${p.report} to ${p.who}.`,
  header: (p) => `Reports that wait for you: ${p.count}`,
  line: (p) => `${p.report} ${p.when} ${p.who}: ${p.text}${p.late ? ' (late)' : ''}`,
  next: (p) => `Say "report ${p.report}" to read it, or "answer ${p.report} …".`,
  states: { open: 'not answered', late: 'not answered, late', answered: 'answered', closed: 'closed' },
  head: (p) => `${p.report} (${p.state})`,
  step: (p) => {
    const deeds = {
      said: `: ${p.text}`,
      answered: ` answered: ${p.text}`,
      passed: ` passed it to ${p.to}`,
      closed: ' closed it',
    }
    return `${p.when} ${p.who}${deeds[p.did]}`
  },
}
