import type { Texts } from '../index.ts'

export const guardian: Texts['guardian'] = {
  adultsOnly: 'A guardian has to be 18 or older. Please let a grown-up do it from their own chat.',
  askName: "What is the child's name?",
  askBirth: (p) => `In which year was ${p.name} born? For example 2015, or 2015-05-01.`,
  askExactBirth: (p) =>
    `Please tell me the whole birth date of ${p.name}, for example 2012-05-01, so that I know whether it is ${p.age} years ago.`,
  oldEnough: (p) =>
    `${p.name} is ${p.age} or older and can register personally: just say “register” to me in a direct chat.`,
  askConsent: (p) =>
    `Are you the guardian of ${p.name}, and do you agree that ${p.name} volunteers?\n${p.org} uses the child's name, birth year and service record to organise activities, verify hours and issue certificates, for nothing else, and never in a group. The birth date is stored encrypted, and every message goes to you.\nIt is kept until you ask for it to be deleted; at ${p.age} the child is asked personally. After deletion only hours without a name remain for statistics.\nAnswer “agree” or “disagree”.`,
  refused: (p) => `All right, ${p.name} was not registered.`,
  already: (p) => `You are the guardian of ${p.name} already.`,
  waiting: (p) =>
    `You have asked for ${p.name} already (${p.request}). A social worker will check; no need to ask again.`,
  asked: (p) =>
    `Thank you! A social worker will make sure that you are the guardian of ${p.name} (${p.request}). Then I will tell you the child's number.`,
  request: (p) =>
    `${p.who} wants to be the guardian of ${p.name}${p.age === undefined ? '' : ` (about ${p.age} years old)`}; please make sure first`,
  agreed: (p) => `${p.name} (${p.number}) is registered, with ${p.who} as guardian, who has been told.`,
  refusedBy: (p) =>
    `${p.request} was refused. What was known of the child is deleted, and whoever asked has been told.`,
  welcome: (p) =>
    `Done! ${p.name} has the number ${p.number}, and every message comes to you.\nTo sign the child up, say “for ${p.name} signup A12”; cancelling, hours and check-in work the same way.`,
  next: (p) => `for ${p.name} signup`,
  notNow: (p) =>
    `Request ${p.request} was refused${p.reason ? `: ${p.reason}` : ''}. What was known of the child is deleted. If you have questions, please ask a social worker.`,
  comesOfAge: (p) =>
    `${p.name} is ${p.age} now and is asked personally from now on. Say “for ${p.name} link” to get a code, and let ${p.name} say “link CODE” to me from a chat of their own. Until then activities signed up for stay, and new ones have to wait.`,
}
