import type { App } from './app.ts'

let activities = 0

/** An activity of a morning that is over, made by the app's own database; what is not said is 探访老人 of 南园队. */
export async function pastActivity(
  app: App,
  said: { date: string; responsible: string; title?: string; category?: string },
): Promise<string> {
  const code = await app.store.counters.next('activity')
  await app.store.activities.add({
    _id: code,
    title: said.title ?? '探访老人',
    category: said.category ?? '老人服务',
    team: '南园队',
    place: '福利院',
    start: new Date(`${said.date}T09:00:00+08:00`),
    end: new Date(`${said.date}T12:00:00+08:00`),
    restMinutes: 0,
    places: 10,
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    skills: [],
    state: 'open',
    responsible: said.responsible,
    key: `made-${++activities}`,
    createdAt: new Date(`${said.date}T00:00:00Z`),
  })
  return code
}

/** A social worker of 南园队. */
export async function socialWorker(app: App, user = 'wang', name = '王社工') {
  const talker = await app.registered(user, name)
  await app.store.people.grant(talker.number, {
    role: 'socialWorker',
    scope: { kind: 'team', name: '南园队' },
    by: talker.number,
    at: new Date(app.clock.now()),
    key: `grant-${user}`,
  })
  return talker
}

/** A social worker adds the time somebody served at an activity: verified at once. */
export async function serve(
  number: string,
  { worker, code, time }: { worker: { say: (text: string) => Promise<string> }; code: string; time: string },
): Promise<void> {
  const added = await worker.say(`补录 ${code} ${number} ${time}`)
  if (!added.includes('已核实')) throw new Error(`not added: ${added}`)
}
