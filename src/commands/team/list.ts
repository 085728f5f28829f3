import type { Reply } from '../../chat/reply.ts'
import type { Team } from '../../store/teams.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'

const mostLinesInRoom = 6

/** All teams, a line for each station; many of them go to the asker alone. */
export async function listTeams(context: Context): Promise<Reply> {
  const { store, texts, place } = context
  const all = await store.teams.all()
  if (all.length === 0) return { text: texts.team.none }
  const teams = all.filter(({ kind }) => kind !== 'station')
  const stations = all.filter(({ kind }) => kind === 'station').map(({ _id }) => _id)
  const line = (station: string, members: readonly Team[]) =>
    texts.team.station({
      station,
      teams: members.map(({ _id }) => _id).join(texts.team.between) || texts.team.noTeams,
    })
  const alone = teams.filter(({ station }) => !station || !stations.includes(station))
  const lines = [
    ...stations.map((name) =>
      line(
        name,
        teams.filter(({ station }) => station === name),
      ),
    ),
    ...(alone.length > 0 ? [line(texts.team.noStationHeading, alone)] : []),
  ]
  const text = lines.join('\n')
  return place.kind === 'room' && lines.length > mostLinesInRoom ? inPrivate(text, context) : { text }
}
