import type { Texts } from '../index.ts'

export const exportData: Texts['exportData'] = {
  ready: (p) =>
    `Everything we keep about you is ready. Open it within ${p.minutes} minutes; each link works once, and is for you alone.\nTable (for Excel): ${p.csv}\nAll data (JSON): ${p.json}`,
  fileName: (p) => `my-data-${p.number}.${p.extension}`,
  between: ', ',
  columns: { part: 'Part', day: 'Day', what: 'What', words: 'Details' },
  parts: {
    person: 'You',
    account: 'Chat account',
    role: 'Role',
    roleTakenBack: 'Role taken back',
    signup: 'Sign-up',
    hours: 'Hours',
    certificate: 'Certificate',
    report: 'Report',
  },
  fields: {
    name: 'Name',
    number: 'Volunteer number',
    phone: 'Phone',
    birth: 'Birth',
    skills: 'Skills',
    registered: 'Registered',
    consent: 'Consent to keep personal data',
    noCalls: 'No calls since',
  },
  reportSteps: { said: 'reported', answered: 'answered', passed: 'passed on', closed: 'closed' },
  signupStates: {
    waiting: 'waiting',
    offered: 'offered a place',
    confirmed: 'signed up',
    arrived: 'checked in',
    completed: 'completed',
    cancelled: 'cancelled',
    declined: 'passed on to the next',
    no_show: 'did not come',
    excused: 'excused',
  },
}
