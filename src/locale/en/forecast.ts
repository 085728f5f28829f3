import type { Texts } from '../index.ts'

export const forecast: Texts['forecast'] = {
  takes: (p) =>
    p.minutes <= 1 ? `Out within a minute (${p.end}).` : `Takes about ${p.minutes} minutes, until ${p.end}.`,
  held: (p) => `Nobody is disturbed from ${p.from} to ${p.until}: it begins on ${p.when}.`,
  urgent: (p) =>
    `The activity cannot wait until ${p.until}, so this goes out in the quiet hours (${p.from} to ${p.until}) and may wake people. If it is not urgent, do not say "yes".`,
}
