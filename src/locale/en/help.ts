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
    unbind: { example: 'unbind', does: 'said in the group: calls of its team do not come here any more.' },
    team: {
      example: 'team new Nanyuan',
      does: 'makes a team or station; also "team rename Nanyuan Beiyuan" and "team close Nanyuan"; "team" alone shows them all.',
    },
    category: {
      example: 'category new Gardening',
      does: 'makes a service category; rename and close work too; "category" alone shows them all.',
    },
    top: { example: 'top 10', does: 'who has most verified hours; "top last quarter" for another time.' },
    grant: {
      example: 'grant V000123 leader Nanyuan',
      does: 'makes somebody a leader, social worker or admin, or a member of a team.',
    },
    post: {
      example: 'post Home visits | 老人服务 | sat 9:00-12:00 | Care home | 10',
      does: 'makes an activity; I ask for what is missing and wait for your yes.',
    },
    repost: {
      example: 'repost A12 next Saturday',
      does: 'posts the same activity again; "repost A12 every Saturday 4 times" makes a series, after your yes.',
    },
    list: {
      example: 'list',
      does: 'open activities; "list this week" or "list 老人服务" narrows it down, "A12" shows one.',
    },
    signup: { example: 'signup A12', does: 'signs you up; when it is full you can wait for a place.' },
    cancel: { example: 'cancel A12', does: 'cancels your sign-up and gives the place to the next.' },
    'request-excuse': {
      example: 'request-excuse A12 ill',
      does: 'gives your place back and asks the leader to excuse it.',
    },
    late: {
      example: 'late A12 10 minutes',
      does: 'tells the leader that you come late; your place is kept.',
    },
    'group-signup': {
      example: 'group-signup A12 30',
      does: 'sets how many places your group has; the names come later, with "group-signup A12 names", one a line.',
    },
    shifts: { example: 'shifts', does: 'what you are signed up for.' },
    roster: { example: 'roster A12', does: 'who is signed up, sent to you directly.' },
    call: {
      example: 'call A12 Nanyuan',
      does: 'sends the activity to the groups of a team, with how to answer.',
    },
    'call-off': {
      example: 'call off A12 REASON',
      does: 'calls an activity off; after your yes everybody signed up or waiting is told.',
    },
    edit: {
      example: 'edit A12 places 15',
      does: 'changes the places, place, title, meeting point or what to bring.',
    },
    reschedule: {
      example: 'reschedule A12 sat 9:00-12:00',
      does: 'moves an activity; after your yes everybody signed up or waiting is told.',
    },
    notify: {
      example: 'notify A12 bring an umbrella',
      does: 'says something to everybody signed up, after your yes.',
    },
    remind: { example: 'remind A12', does: 'asks those who have a place and have not answered, once a day.' },
    close: {
      example: 'close A12 120 people',
      does: 'notes after its end how many people an activity served.',
    },
    broadcast: {
      example: 'broadcast Nanyuan TEXT',
      does: 'shows first who gets it, goes out after your yes.',
    },
    'broadcast-status': { example: 'broadcast-status B7', does: 'how many got it and how many did not.' },
    withdraw: { example: 'withdraw B7', does: 'stops at once what a call or broadcast has not sent yet.' },
    checkin: {
      example: 'checkin A12',
      does: 'say it when you have come, from 30 minutes before the start; add the code shown there, if there is one: "checkin A12 4321".',
    },
    checkout: {
      example: 'checkout A12',
      does: 'say it when you leave; I note the hours from check-in to check-out.',
    },
    'checkin-code': {
      example: 'checkin-code A12',
      does: 'gives the activity a code of the day, to be shown where people meet.',
    },
    'no-show': { example: 'no-show A12 V000123', does: 'notes who did not come; they are told.' },
    excuse: {
      example: 'excuse A12 V000123',
      does: 'excuses somebody, so that it is no absence; they are told.',
    },
    'add-hours': {
      example: 'add-hours A12 V000123 3 h',
      does: 'adds the hours of somebody who was not on the list or did not log them, marked as entered later.',
    },
    log: { example: 'log A12 3 h', does: 'notes how long you served; a social worker verifies it.' },
    hours: { example: 'hours this month', does: 'your verified, pending and refused hours.' },
    certificate: {
      example: 'certificate 2026',
      does: 'your certificate of volunteer service as a PDF; "certificate" alone takes all verified hours.',
    },
    pending: { example: 'pending', does: 'requests, reports and hours that wait for you.' },
    report: {
      example: 'report the light on the stairs is broken',
      does: 'a need or complaint, to the social worker in charge; who answers them says "report" alone for the list.',
    },
    'answer-report': { example: 'answer F12 it will be repaired', does: 'answers whoever reported it.' },
    'pass-report': {
      example: 'pass F12 Li Hua',
      does: 'gives a report to another social worker, and tells everybody.',
    },
    'close-report': { example: 'resolve F12', does: 'a report is done with; whoever made it is told.' },
    agree: { example: 'agree Q3', does: 'agrees to a request, or to hours above 8 a day.' },
    disagree: { example: 'disagree Q3 REASON', does: 'refuses a request and tells the person why.' },
    skills: {
      example: 'skills first-aid',
      does: 'notes what you can do, for activities that need it; "skills" alone shows it.',
    },
    join: { example: 'join Nanyuan', does: 'asks to join a team; you hear once its leader agrees.' },
    leave: { example: 'leave Nanyuan', does: 'leaves a team; your sign-ups and hours stay.' },
    audit: { example: 'audit 20', does: 'who did what; "audit V000123" for one person.' },
    status: {
      example: 'status',
      does: 'how the service is: queues, sending, platforms and databases; "status unknown" and "status not handled" list what waits for your word.',
    },
    resend: {
      example: 'resend X3',
      does: 'sends again what may not have arrived; "redo D2" handles again what could not be handled.',
    },
    'give-up': { example: 'give up X3', does: 'leaves what may not have arrived or could not be handled.' },
    pair: { example: 'pair Zhang San', does: 'you lead this volunteer; alone, it lists those you lead.' },
    'hand-over': {
      example: 'hand over Wang Hua to Li Ping until 15 December',
      does: 'teams, activities, volunteers and reports of one social worker go to another, for good or until a day.',
    },
    load: { example: 'load', does: 'how much each social worker leads.' },
    correct: {
      example: 'correct H55 2h left early',
      does: 'corrects verified hours, with the reason; both are kept.',
    },
    verify: { example: 'verify A12 all', does: 'verifies hours; also "verify A12 V000123".' },
    reject: { example: 'reject H55 REASON', does: 'refuses hours and tells the person why.' },
    'export-hours': {
      example: 'export hours 2026-10',
      does: 'every line of the ledger in a period, as an Excel workbook by a one-time link.',
    },
    stats: {
      example: 'stats this month',
      does: 'people, attendances and hours, and how they were counted; by team, station, category, month or social worker, "as of 11-05" or "yoy".',
    },
    stop: { example: 'stop', does: 'no more calls; reminders of your own sign-ups stay.' },
    revoke: {
      example: 'revoke V000123 leader Nanyuan',
      does: "takes somebody's role back, once you have confirmed.",
    },
    link: { example: 'link', does: 'joins another chat account of yours to the same person.' },
    'new-chat': {
      example: 'new-chat V000123',
      does: 'when the old chat is lost: a social worker makes sure that it is you.',
    },
    guardian: {
      example: 'guardian Ming Zhang',
      does: 'registers your child under 14; once a social worker has checked, you act for it.',
    },
    for: {
      example: 'for Ming Zhang signup A12',
      does: 'a guardian says something for a child: signup, cancel, shifts, hours, log, checkin, checkout.',
    },
    merge: {
      example: 'merge V000123 V000456',
      does: 'one person registered twice: shows both, and after your yes the second becomes part of the first.',
    },
    lang: { example: 'lang zh', does: 'sets the language I answer you in; "lang en" for English.' },
    'my-data': { example: 'my data', does: 'what we keep about you, and why.' },
    export: { example: 'export', does: 'gives you everything we keep about you.' },
    'withdraw-consent': {
      example: 'withdraw consent',
      does: 'ends your consent to keep personal data; asks twice, then removes it.',
    },
    'close-account': {
      example: 'close account',
      does: 'removes your personal data, after asking twice; of your hours only minutes stay.',
    },
    start: { example: 'start', does: 'calls come again.' },
  },
}
