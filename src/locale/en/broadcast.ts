import type { Texts } from '../index.ts'

export const broadcast: Texts['broadcast'] = {
  askAudience: (p) => `To whom? Say a team, a station or "all"${p.teams ? `, for example: ${p.teams}` : ''}`,
  askText: 'What shall I say?',
  tooLong: (p) =>
    `This has ${p.length} characters, and a broadcast has ${p.most} at most. Please send a shorter text.`,
  text: (p) => `[NOTICE] ${p.said}\n-- ${p.org} (for no more of these, answer "stop")`,
}
