import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'

// An organisation that speaks English, from the claim to the figures. Nothing it is told is half Chinese.
// It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
beforeAll(async () => {
  app = await startApp({
    now: '2026-11-24T10:00:00+08:00',
    env: { ORG_LOCALE: 'en', ORG_NAME: 'Harbour House' },
  })
})
afterAll(() => app.stop())

/** Says something directly and expects an answer that holds these words and no Chinese but kinds of service. */
const talker = (user: string) => {
  const one = app.person(user)
  return async (text: string, ...words: string[]) => {
    const answer = await one.say(text)
    for (const word of words) expect(answer).toContain(word)
    expect(answer.replaceAll(/[\p{Script=Han}]+服务(?:, )?|法律援助(?:, )?/gu, '')).not.toMatch(
      /\p{Script=Han}|[，。：；「」（）]/u,
    )
    return answer
  }
}

describe('in English', () => {
  test('claim, team, register, grant and bind', async () => {
    const [chen, bob, tim] = [talker('chen'), talker('bob'), talker('tim')]
    await chen('hello', 'Say "help" to see what I can do.')
    await chen('help', 'claim CODE', 'register Zhang San')
    await chen('claim nonsense', 'That is not the code.')
    await chen(`claim ${app.claimCode}`, 'you are an admin now', '"team new Nanyuan"')
    await chen(`claim ${app.claimCode}`, 'You are an admin already.')
    await bob(`claim ${app.claimCode}`, 'There is an admin already.')

    await bob('team new Nanyuan', 'This is done by an admin')
    await chen('team', 'no team yet')
    await chen('team new', 'What is the new team called?')
    await chen('Nanyuan', 'Done: Nanyuan (service team).', '"bind Nanyuan"')
    await chen('team new Nanyuan', 'There is "Nanyuan" already.')
    await chen('team', 'Nanyuan')

    await bob('register', 'name')
    await bob('my name is Bob', 'Hello Bob! What is your phone number?')
    await bob('12345', 'I could not make that out', 'phone number')
    await bob('skip', 'In which year were you born?')
    await bob('1985', 'Last step. Harbour House uses your name', '"agree"')
    await bob('agree', 'You are registered, Bob!')
    await bob('register Bob', 'registered already')
    await tim('register Tim 13800000000 2015', 'You are under 14')

    await chen('grant', 'Please say who, which role')
    await chen('grant Bob social worker', 'For which team or station?')
    await chen('grant Bob social worker Nanyuan', 'Please check:', 'becomes social worker (Nanyuan)')
    await chen('ok', 'Please answer "yes" or "no".')
    await chen('yes', 'is social worker (Nanyuan) now and has been told')
    expect(await app.person('bob').hears('made you')).toContain('social worker (Nanyuan)')

    await bob('bind Nanyuan', 'Please say this in the group it is about.')
    const bound = await app.person('bob').says('bind Nanyuan', { room: 'r-1', mention: true })
    expect(bound.here).toContain('this is the group of Nanyuan now')
  })

  test('post, list, signup, shifts, roster and cancel', async () => {
    const [bob, amy] = [talker('bob'), talker('amy')]
    await bob('post Home visits | 老人服务 | sat 9:00-12:00 | Care home | 1', 'Please check:')
    await bob('yes', 'Posted: A1 Home visits, 28 Nov Sat 9:00-12:00.')
    await amy('list', 'A1 28 Nov Sat 9:00-12:00 Home visits, Care home (1 left)')
    await amy('A1', '28 Nov Sat 9:00-12:00, Care home', 'Contact: Bob', '1 place, 1 left.')
    await amy('signup A1', 'Register first')
    await amy('register Amy 13900000000 1990', 'Last step.')
    await amy('agree', 'You are registered, Amy!')
    await amy('signup A1', 'You are signed up: A1 Home visits')
    await amy('shifts', 'A1 Home visits 28 Nov Sat 9:00-12:00, Care home')
    await amy('me', 'Amy, volunteer number', 'star 1: 100 h to go, not before 24 May 2027 Mon')
    await bob('signup A1', 'A1 Home visits 28 Nov Sat 9:00-12:00 is full', 'To leave it, say "cancel A1".')
    await bob('cancel A1', 'off the waiting list')
    await bob('roster A1', 'signed up 1/1, offered 0, waiting 0', '1. Amy')
    await amy('roster A1', 'This is done by a leader or social worker')
    const here = await app.person('bob').says('roster A1', { room: 'r-1' })
    expect(here.here).toBe('I have sent it to you directly.')
    expect(here.direct).toContain('1. Amy')
  })

  test('call, broadcast and how far they are', async () => {
    const bob = talker('bob')
    await bob('call', 'Which activity? A1 Home visits')
    await bob('A1', 'Who should hear of A1?')
    await bob('Nanyuan', 'To Nanyuan: 1 group.', '[CALL] A1 Home visits', 'Answer "yes" and it goes out.')
    await bob('yes', 'B1 is on its way to 1 group.')
    await bob('broadcast', 'To whom?')
    await bob('Nanyuan', 'What shall I say?')
    await bob('See you on Saturday', '[NOTICE] See you on Saturday')
    await bob('no', 'nothing was changed')
    await bob('broadcast-status B1', 'B1 call for A1 to Nanyuan')
  })

  test('log, pending, verify, reject, hours and stats', async () => {
    app.clock.set('2026-11-28T13:00:00+08:00')
    const [bob, amy] = [talker('bob'), talker('amy')]
    await amy('log', 'For which activity?', 'A1 28 Nov Sat Home visits')
    await amy('A1', 'How long was A1')
    await amy('3 h', 'Noted: 28 Nov Sat, A1, 3 h (H1), waiting to be verified')
    await amy('verify A1 all', 'This is done by a social worker')
    await bob('pending', 'A1 28 Nov Sat Home visits')
    await bob('reject H1', 'Why is H1 refused?')
    await bob('was not there', 'Refused H1 (28 Nov Sat, A1, 3 h)')
    expect(await app.person('amy').hears('was refused')).toContain('was not there')
    await amy('log A1 2 h', 'Noted: 28 Nov Sat, A1, 2 h (H2)')
    await bob('verify A1', 'H2 Amy 2 h')
    await bob('all', 'Verified A1', 'Amy 2 h')
    await amy('hours', 'Verified: 2 h', 'Refused: 3 h')
    await bob(
      'stats this month by category',
      'Attendances 1, by 1 person (verified lines)',
      '2.0 h (120 min)',
    )
    await amy('stats', 'This is done by a leader or social worker')
  })

  test('stop and start', async () => {
    const amy = talker('amy')
    await amy('stop', 'no more calls')
    await amy('me', 'You get no calls; say "start"')
    await amy('start', 'calls come to you again')
    await talker('nobody')('stop', 'You are not registered')
    const here = await app.person('amy').says('stop', { room: 'r-1', mention: true })
    expect(here.here).toContain('no more calls to you directly')
  })
})
