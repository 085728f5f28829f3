import type { LiveState } from '../../chat/live-state.ts'
import type { PageLocale } from '../locale.ts'

/** Something to try: what is said, and what for. `mention` says it to the bot in a room. */
export type Hint = { say: string; note: string; mention?: boolean }

type Where = {
  person: LiveState['people'][number]
  room: boolean
  claimCode: string | undefined
  locale: PageLocale
}

/** Things to try that fit who one is and where one speaks; the first is the best first step. */
export function hintsFor({ person, room, claimCode, locale }: Where): Hint[] {
  const one = locale === 'en' ? english : chinese
  if (room) return person.role === 'volunteer' ? one.volunteerInRoom : one.staffInRoom
  const claim = claimCode && person.role === 'admin' ? [one.claim(claimCode)] : []
  return [...claim, ...one[person.role](person.name)]
}

type Hints = Record<LiveState['people'][number]['role'], (name: string) => Hint[]> & {
  claim: (code: string) => Hint
  volunteerInRoom: Hint[]
  staffInRoom: Hint[]
}

const chinese: Hints = {
  claim: (code) => ({ say: `认领 ${code}`, note: '成为第一位管理员，只能用一次' }),
  admin: (name) => [
    { say: `注册 ${name}`, note: '先让联动认识你' },
    { say: '队 新建 南园队', note: '建一支队伍' },
    { say: '授权 李社工 社工 南园队', note: '李社工注册以后，给他这支队' },
    { say: '统计 本月', note: '看看数字和它的口径' },
    { say: '帮助', note: '管理员能说的话' },
  ],
  socialWorker: (name) => [
    { say: `注册 ${name}`, note: '登记后请管理员授权' },
    { say: '发布 探访老人 | 老人服务 | 周六9:00-12:00 | 福利院 | 10人', note: '发布一次活动' },
    { say: '待核', note: '待核实的时长' },
    { say: '帮助', note: '社工能说的话' },
  ],
  volunteer: (name) => [
    { say: `注册 ${name}`, note: '登记成为义工' },
    { say: '活动', note: '看看最近缺人的活动' },
    { say: '时长', note: '自己的服务时长' },
    { say: '帮助', note: '义工能说的话' },
  ],
  staffInRoom: [
    { say: '绑定 南园队', note: '把这个群和队伍连起来', mention: true },
    { say: '活动', note: '整句是命令，不用叫它' },
    { say: '大家早上好', note: '闲聊，联动不插话' },
  ],
  volunteerInRoom: [
    { say: '活动', note: '整句是命令，不用叫它' },
    { say: '我们几点集合', note: '闲聊，联动不插话' },
    { say: '帮助', note: '叫它，它才答', mention: true },
  ],
}

const english: Hints = {
  claim: (code) => ({ say: `claim ${code}`, note: 'become the first admin; works once' }),
  admin: (name) => [
    { say: `register ${name}`, note: 'introduce yourself' },
    { say: 'team new 南园队', note: 'make a team' },
    { say: 'grant 李社工 social worker 南园队', note: 'give 李社工 that team, once registered' },
    { say: 'stats', note: 'numbers and what they rest on' },
    { say: 'help', note: 'what an admin can say' },
  ],
  socialWorker: (name) => [
    { say: `register ${name}`, note: 'then ask the admin for the role' },
    { say: 'post 探访老人 | 老人服务 | 周六9:00-12:00 | 福利院 | 10人', note: 'post an activity' },
    { say: 'pending', note: 'hours that wait for verification' },
    { say: 'help', note: 'what a social worker can say' },
  ],
  volunteer: (name) => [
    { say: `register ${name}`, note: 'become a volunteer' },
    { say: 'list', note: 'activities that need people' },
    { say: 'hours', note: 'your own hours' },
    { say: 'help', note: 'what a volunteer can say' },
  ],
  staffInRoom: [
    { say: 'bind 南园队', note: 'join this group to its team', mention: true },
    { say: 'list', note: 'a whole command needs no mention' },
    { say: '大家早上好', note: 'small talk: it stays silent' },
  ],
  volunteerInRoom: [
    { say: 'list', note: 'a whole command needs no mention' },
    { say: '我们几点集合', note: 'small talk: it stays silent' },
    { say: 'help', note: 'mentioned, it answers', mention: true },
  ],
}
