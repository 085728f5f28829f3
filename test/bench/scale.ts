import { setTimeout as wait } from 'node:timers/promises'
import { seedDistrict } from '../../scripts/district/seed.ts'
import { start } from '../../src/main.ts'
import { createSeal } from '../../src/seal.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { signedRequests } from './load.ts'
import { median, type Row } from './row.ts'
import { benchWorld } from './world.ts'

type Servers = { mongodbUri: string; redisUrl: string }
type Speaker = 'admin' | 'worker' | 'volunteer'

const sizes = {
  small: { people: 100, attendances: 1_000 },
  large: { people: 16_000, attendances: 200_000 },
} as const
const rounds = 15
/** Rounds that warm connections, plans and code, and do not count. */
const warm = 3
const reach = 1.5

/** What is said and by whom; `A0` stands for an activity to come. */
const commands: readonly { by: Speaker; text: string }[] = [
  { by: 'volunteer', text: '我' },
  { by: 'volunteer', text: '时长' },
  { by: 'volunteer', text: '时长 今年' },
  { by: 'volunteer', text: '我的班次' },
  { by: 'volunteer', text: '活动' },
  { by: 'volunteer', text: '活动 老人服务' },
  { by: 'volunteer', text: 'A0' },
  { by: 'volunteer', text: '报名 A0' },
  { by: 'volunteer', text: '取消 A0' },
  { by: 'worker', text: '名单 A0' },
  { by: 'worker', text: '待核' },
  { by: 'worker', text: '统计' },
  { by: 'worker', text: '统计 今年 按社工' },
  { by: 'admin', text: '待核' },
  { by: 'admin', text: '统计' },
  { by: 'admin', text: '统计 今年 按队' },
  { by: 'admin', text: '统计 今年 按月 同比' },
  { by: 'admin', text: '统计 今年 截至 昨天' },
  { by: 'admin', text: '排行' },
]

/**
 * The time from a message to its answer in a district of 16,000 people and 200,000 attendances, beside the time in one
 * of 100 and 1,000: what somebody asks must not cost more because others were here before. The two are asked in turn.
 */
export async function scale(servers: Servers): Promise<Row[]> {
  const small = await district(servers, sizes.small)
  const large = await district(servers, sizes.large)
  const rows: Row[] = []
  for (const command of commands) {
    const times = { small: [] as number[], large: [] as number[] }
    const calls = { small: [] as number[], large: [] as number[] }
    for (let round = 0; round < warm + rounds; round++)
      for (const [size, world] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const asked = await world.ask(command)
        if (round < warm) continue
        times[size].push(asked.ms)
        calls[size].push(asked.calls)
      }
    const [ms, reference] = [median(times.large), median(times.small)]
    const called = median(calls.large)
    rows.push({
      figure: `${command.by}: ${command.text} (MongoDB commands: ${called}, small ${median(calls.small)})`,
      ours: `${ms.toFixed(1)} ms`,
      reference: `${reference.toFixed(1)} ms`,
      ratio: (ms / reference).toFixed(2),
      reach: `≤ ${reach}`,
      good: ms / reference <= reach,
    })
  }
  await small.end()
  await large.end()
  return rows
}

/** A service over a district of a size, with an admin, a social worker and a volunteer to ask. */
async function district(servers: Servers, size: { people: number; attendances: number }) {
  const world = await benchWorld(servers)
  const seen: string[] = []
  const service = await start({
    env: world.env,
    observe: ({ command, collection }) => void seen.push(`${command} ${collection}`),
  })
  const store = openStore(world.connection, createSeal(Buffer.from(world.env.DATA_KEY, 'base64')))
  const zone = 'Asia/Shanghai'
  await seedDistrict(store, { ...size, now: new Date(), zone, say: (line) => console.error(`  ${line}`) })
  await addSpeakers(store)
  const [coming] = await store.activities.upcoming({
    now: new Date(Date.now() + 3 * 86_400_000),
    limit: 1,
    team: (await speakersTeam(store)) ?? '',
  })
  // What the service looks after by itself is done before anybody is timed.
  await wait(3_000)
  return {
    async ask({ by, text }: { by: Speaker; text: string }): Promise<{ ms: number; calls: number }> {
      const said = text.replace('A0', coming?._id ?? '')
      const [request] = signedRequests(1, world.secret, () => ({ sender: `u-${by}`, text: said }))
      if (!request) throw new Error('nothing to say')
      const { id } = (JSON.parse(request.body) as { data: { id: string } }).data
      seen.length = 0
      const begin = performance.now()
      const { status } = await fetch(`${service.url}/webhooks/standard`, { method: 'POST', ...request })
      if (status !== 202) throw new Error(`${said} was answered ${status}`)
      while (!world.arrived.has(id)) await wait(1)
      const ms = (world.arrived.get(id) ?? Number.NaN) - begin
      while (!seen.includes('update outbox')) await wait(2)
      return { ms, calls: seen.length }
    },
    async end(): Promise<void> {
      await service.stop()
      await world.end()
    },
  }
}

/** The first social worker and the last leader of the district, and an admin beside them. */
async function addSpeakers(store: Store): Promise<void> {
  const at = new Date()
  const admin = await store.counters.next('person')
  const grant = { role: 'admin' as const, scope: { kind: 'all' as const }, by: admin, at, key: 'bench' }
  await store.people.add({
    _id: admin,
    name: '陈主任',
    skills: [],
    grants: [grant],
    commitments: [],
    key: 'bench',
    createdAt: at,
  })
  const worker = await store.people.model.findOne({ 'grants.role': 'socialWorker' }).sort({ _id: 1 }).lean()
  const volunteer = await store.people.model
    .findOne({ 'grants.role': { $in: ['leader', 'volunteer'] } })
    .sort({ _id: 1 })
    .lean()
  for (const [user, person] of [
    ['u-admin', admin],
    ['u-worker', worker?._id],
    ['u-volunteer', volunteer?._id],
  ] as const)
    await store.identities.add({
      _id: `standard:default:${user}`,
      platform: 'standard',
      account: 'default',
      user,
      name: '',
      person: person ?? '',
      seenAt: at,
    })
}

/** A team of the station the social worker leads. */
async function speakersTeam(store: Store): Promise<string | undefined> {
  const worker = await store.people.model.findOne({ 'grants.role': 'socialWorker' }).sort({ _id: 1 }).lean()
  const scope = worker?.grants[0]?.scope
  const teams = await store.teams.all()
  return teams.find(({ station }) => scope?.kind === 'station' && station === scope.name)?._id
}
