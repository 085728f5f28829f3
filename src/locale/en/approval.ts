import type { Texts } from '../index.ts'

export const approval: Texts['approval'] = {
  asked: (p) =>
    `${p.code} goes to ${p.rooms} groups; above ${p.most} a second social worker has to agree (${p.request}). ${p.told > 0 ? 'I have asked them' : 'I found no other social worker, please ask an admin'}; without a word by ${p.until} it is not sent.`,
  grown: (p) => `It is time, but there are more groups than when it was set: ${p.asked}`,
  before: (p) => `More than ${p.most} groups: it goes out once a second social worker has agreed.`,
  request: (p) =>
    `${p.who} wants to send ${p.code} to ${p.audience} (${p.rooms} groups, ${p.people} people directly) "${p.text}"`,
  gone: (p) => `${p.code} was withdrawn, has expired or is out already; nothing changed.`,
  notSent: (p) => `${p.code} was not sent: ${p.why}.`,
  agreed: (p) =>
    `Agreed: ${p.code} ${p.when ? `goes out on ${p.when}` : 'is on its way'}, and whoever asked has been told.`,
  granted: (p) =>
    `${p.code} was agreed to and ${p.when ? `goes out on ${p.when}` : 'is on its way'}. "broadcast-status ${p.code}" shows how far it is.`,
  refused: (p) => `${p.code} is not sent, and whoever asked has been told.`,
  notGranted: (p) =>
    `${p.code} was not agreed to and is not sent${p.reason ? `: ${p.reason}` : ''}. Once it is right, send it again.`,
  waits: (p) => `Waiting for a second social worker's word${p.until ? `, to go out on ${p.until}` : ''}`,
}
