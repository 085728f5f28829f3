import type { Texts } from '../index.ts'

export const team: Texts['team'] = {
  askName: 'What is the new team called? For example "Nanyuan".',
  badName:
    'Please use at most 20 characters for a team, without spaces, commas and bars and not numbers alone, for example "Nanyuan".',
  noStation: (p) => `There is no station "${p.station}". Say "team new ${p.station}" for the station first.`,
  exists: (p) => `There is "${p.name}" already.`,
  notYours: 'This team is outside what you administer; please ask an admin for everything.',
  kinds: { service: 'service team', group: 'group team', station: 'station' },
  made: (p) => `Done: ${p.name} (${p.kind}${p.station ? `, ${p.station}` : ''}).`,
  nextTeam: (p) =>
    `Next: say "bind ${p.name}" in the team's group; "grant NAME socialworker ${p.name}" asks a social worker to lead it.`,
  nextStation: (p) => `Next: "team new Nanyuan ${p.name}" makes a team of this station.`,
  none: 'There is no team yet. Say "team new Nanyuan" to make one.',
  station: (p) => `${p.station}: ${p.teams}`,
  noStationHeading: 'Without a station',
  noTeams: 'no team yet',
  between: ', ',
}
