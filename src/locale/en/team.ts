import type { Texts } from '../index.ts'

export const team: Texts['team'] = {
  askWhich: {
    rename: 'Which team or station gets another name? Answer with the name it has now.',
    close: 'Which team or station is to be closed? Answer with its name.',
    reopen: 'Which team or station is to be opened again? Answer with its name.',
  },
  askNewName: (p) => `What is ${p.name} to be called?`,
  checkRename: (p) =>
    `Rename "${p.name}" to "${p.to}"? Activities, hours, roles and groups follow, and the old name is gone. Answer yes if that is right.`,
  renamed: (p) => `Done: "${p.name}" is called "${p.to}" now.`,
  checkClose: (p) =>
    `Close "${p.name}"? Nothing is posted, called or bound with it any more; its hours still count. Answer yes if that is right.`,
  closed: (p) => `"${p.name}" is closed. Say "team reopen ${p.name}" to use it again.`,
  reopened: (p) => `"${p.name}" can be used again.`,
  hasTeams: (p) => `"${p.name}" still has open teams: ${p.teams}. Close them first.`,
  askName: 'What is the new team called? For example "Nanyuan".',
  badName:
    'Please use at most 20 characters for a team, without spaces, commas and bars and not numbers alone, for example "Nanyuan".',
  noStation: (p) =>
    `There is no station "${p.station}". Say "station new ${p.station}" for the station first.`,
  exists: (p) =>
    p.closed
      ? `"${p.name}" is closed; say "team reopen ${p.name}" to use it again.`
      : `There is "${p.name}" already.`,
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
