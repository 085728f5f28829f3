import type { Texts } from '../index.ts'
import { aOrAn } from './common.ts'

export const help: Texts['help'] = {
  groups: {
    anyone: 'Everyone',
    registered: 'Volunteers',
    volunteer: 'Volunteers',
    leader: 'Leaders',
    socialWorker: 'Social workers',
    admin: 'Admins',
  },
  line: (p) => `${p.group}: ${p.examples}`,
  between: ' · ',
  more: 'To see how one of them works, say for example "help signup".',
  one: (p) => `"${p.example}": ${p.does}`,
  alsoSaid: (p) => `Also: ${p.words}`,
  doneBy: (p) => `This is done by ${aOrAn(p.role)}.`,
  inRoom: 'Say it in a group.',
  inDirect: 'Say it in a direct chat with me.',
  unknown: (p) => `I do not know "${p.topic}". This is what you can say:`,
  commands: {
    help: { example: 'help', does: 'shows what you can say.' },
    claim: { example: 'claim CODE', does: 'makes the first admin; works once.' },
    register: {
      example: 'register Zhang San',
      does: 'signs you on as a volunteer; I ask for what is missing.',
    },
    me: { example: 'me', does: 'your number, teams, hours, star and next activities.' },
    bind: { example: 'bind Nanyuan', does: 'joins this group with a team, so that its calls come here.' },
    team: { example: 'team new Nanyuan', does: 'makes a team; "team" alone shows them all.' },
    grant: {
      example: 'grant V000123 leader Nanyuan',
      does: 'makes somebody a leader, social worker or admin, or a member of a team.',
    },
    post: {
      example: 'post Home visits | 老人服务 | sat 9:00-12:00 | Care home | 10',
      does: 'makes an activity; I ask for what is missing and wait for your yes.',
    },
    list: {
      example: 'list',
      does: 'open activities; "list this week" or "list 老人服务" narrows it down, "A12" shows one.',
    },
    signup: { example: 'signup A12', does: 'signs you up; when it is full you can wait for a place.' },
    cancel: { example: 'cancel A12', does: 'cancels your sign-up and gives the place to the next.' },
    shifts: { example: 'shifts', does: 'what you are signed up for.' },
    roster: { example: 'roster A12', does: 'who is signed up, sent to you directly.' },
    call: {
      example: 'call A12 Nanyuan',
      does: 'sends the activity to the groups of a team, with how to answer.',
    },
    broadcast: {
      example: 'broadcast Nanyuan TEXT',
      does: 'shows first who gets it, goes out after your yes.',
    },
    'broadcast-status': { example: 'broadcast-status B7', does: 'how many got it and how many did not.' },
    log: { example: 'log A12 3 h', does: 'notes how long you served; a social worker verifies it.' },
    hours: { example: 'hours this month', does: 'your verified, pending and refused hours.' },
    pending: { example: 'pending', does: 'hours that wait for your word.' },
    verify: { example: 'verify A12 all', does: 'verifies hours; also "verify A12 V000123".' },
    reject: { example: 'reject H55 REASON', does: 'refuses hours and tells the person why.' },
    stats: { example: 'stats this month', does: 'people, attendances and hours, and how they were counted.' },
    stop: { example: 'stop', does: 'no more calls; reminders of your own sign-ups stay.' },
    start: { example: 'start', does: 'calls come again.' },
  },
}
