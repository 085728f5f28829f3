import { keyOf } from '../chat/message.ts'
import type { MountedPlatform } from '../http/webhooks.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/index.ts'

/** Binds the rooms that the settings of platforms name to their teams, and says which teams there are not. */
export async function bindSetRooms(
  mounted: readonly MountedPlatform[],
  { store, log, at }: { store: Store; log: Log; at: Date },
): Promise<void> {
  const rooms = mounted.flatMap(({ platform: { name: platform }, running: { account, rooms: set = [] } }) =>
    set.map(({ id: room, name, team }) => ({
      _id: keyOf(platform, account, room),
      platform,
      account,
      room,
      name,
      team,
      boundAt: at,
    })),
  )
  await store.rooms.keepSet(rooms)
  for (const { platform, team } of rooms)
    if (!(await store.teams.find(team)))
      log.warn({ platform, team }, 'the settings name a team that there is not (yet)')
}
