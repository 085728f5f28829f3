import type { TraceStep } from '../chat/trace.ts'
import type { LiveState } from '../chat/live-state.ts'

export type PageLocale = LiveState['locale']

type Roles = Record<LiveState['people'][number]['role'], string>

/** A station's name on the line, and what has happened when a message is there. */
type Stations = Record<TraceStep, { name: string; meaning: string }>

const roles: Roles = { volunteer: '义工', socialWorker: '社工', admin: '管理员' }

const stations: Stations = {
  accepted: { name: '受理', meaning: '消息已经存好，服务答应会处理它' },
  ignored: { name: '不插话', meaning: '群里的闲聊，没有叫联动，也不是一条命令' },
  mailbox: { name: '信箱', meaning: '从这位发送者的信箱里取出，按先后来' },
  action: { name: '动作', meaning: '命令做完了，只做一次' },
  outbox: { name: '发件箱', meaning: '回复写好，等待发出' },
  delivered: { name: '送达', meaning: '回复已经发到聊天里' },
  failed: { name: '没成', meaning: '这条消息没能处理或没能送达' },
}

const zhCN = {
  bot: '联动',
  tagline: '社工与义工的聊天助手',
  whoTitle: '我现在是',
  whoHint: '四个人都由你来扮演，随时切换。',
  whereTitle: '在哪里说',
  direct: '私聊联动',
  roles,
  members: (p: { count: number }) => `${p.count} 人`,
  unread: (p: { count: number }) => `${p.count} 条未读`,
  chatWith: (p: { person: string; place: string }) => `${p.person} · ${p.place}`,
  emptyDirect: (p: { person: string }) => `${p.person}还没和联动说过话`,
  emptyRoom: '群里还没有人说话',
  emptyHint: '点一句试试，或者直接打字。',
  tryThese: '可以试试',
  quickReplies: '可以这样回',
  input: (p: { person: string; place: string }) => `以${p.person}的身份在${p.place}说话`,
  placeholderDirect: (p: { person: string }) => `${p.person}想说…`,
  placeholderRoom: (p: { person: string }) => `${p.person}在群里说…`,
  send: '发送',
  mention: '@联动',
  mentionHint: '在群里叫联动，它才会回应闲话；完整的命令不用叫。',
  ignored: '联动没有插话',
  notSent: (p: { reason: string }) => `没发出去：${p.reason}`,
  unreachable: '连不上服务',
  again: '再发一次',
  away: '和服务的连接断了，正在重连。说过的话不会丢，连上后回复会补上。',
  loading: '正在连接服务…',
  trail: '消息的路',
  trailHint: '每句话走过的站。数字是受理之后的毫秒数。',
  trailEmpty: '说一句话，就能看到它怎么走。',
  trailTotal: (p: { ms: number }) => `${p.ms} 毫秒送达`,
  ms: (p: { ms: number }) => `${p.ms} 毫秒`,
  times: (p: { count: number }) => `×${p.count}`,
  close: '关闭',
  clear: '清空页面上的记录',
  language: 'EN',
  switchLanguage: 'Switch to English',
  stations,
}

export type PageTexts = typeof zhCN

const en: PageTexts = {
  bot: 'Liandong',
  tagline: 'the chat assistant of social workers and volunteers',
  whoTitle: 'I am',
  whoHint: 'You play all four of them. Switch whenever you like.',
  whereTitle: 'Speaking in',
  direct: 'Direct chat',
  roles: { volunteer: 'Volunteer', socialWorker: 'Social worker', admin: 'Admin' },
  members: ({ count }) => `${count} people`,
  unread: ({ count }) => `${count} unread`,
  chatWith: ({ person, place }) => `${person} · ${place}`,
  emptyDirect: ({ person }) => `${person} has not spoken to Liandong yet`,
  emptyRoom: 'Nobody has said anything here yet',
  emptyHint: 'Pick one of these, or just type.',
  tryThese: 'Things to try',
  quickReplies: 'You can answer',
  input: ({ person, place }) => `Speak as ${person} in ${place}`,
  placeholderDirect: ({ person }) => `As ${person}…`,
  placeholderRoom: ({ person }) => `${person} to the group…`,
  send: 'Send',
  mention: '@Liandong',
  mentionHint: 'In a group, mention Liandong for small talk; whole commands need no mention.',
  ignored: 'Liandong stayed out of it',
  notSent: ({ reason }) => `Not sent: ${reason}`,
  unreachable: 'the service cannot be reached',
  again: 'Send again',
  away: 'The connection is away; trying again. Nothing you said is lost, answers will catch up.',
  loading: 'Connecting…',
  trail: 'The way of a message',
  trailHint: 'The stops each message made. Numbers are milliseconds since it was accepted.',
  trailEmpty: 'Say something and watch where it goes.',
  trailTotal: ({ ms }) => `delivered in ${ms} ms`,
  ms: ({ ms }) => `${ms} ms`,
  times: ({ count }) => `×${count}`,
  close: 'Close',
  clear: 'Clear what this page remembers',
  language: '中文',
  switchLanguage: '切换到中文',
  stations: {
    accepted: { name: 'accepted', meaning: 'stored; the service has promised to handle it' },
    ignored: { name: 'not for me', meaning: 'group chatter without a mention that is no command' },
    mailbox: { name: 'mailbox', meaning: "taken from its sender's mailbox, in order" },
    action: { name: 'action', meaning: 'the command has done its work, exactly once' },
    outbox: { name: 'outbox', meaning: 'the answer is written and waits to go out' },
    delivered: { name: 'delivered', meaning: 'the answer is in the chat' },
    failed: { name: 'failed', meaning: 'could not be handled or delivered' },
  },
}

const catalogues: Record<PageLocale, PageTexts> = { 'zh-CN': zhCN, en }

/** The page's texts in a language; what is said in the chat comes from the service and is not among them. */
export function pageTexts(locale: PageLocale): PageTexts {
  return catalogues[locale]
}
