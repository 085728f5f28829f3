import { type Connection, Schema } from 'mongoose'

/** A chat room we were spoken to in. `team` is set by 绑定. */
export type Room = {
  _id: string
  platform: string
  account: string
  room: string
  name: string
  team?: string
  /** We may answer there and not begin: no place for calls. */
  silent?: boolean
  boundBy?: string
  boundAt?: Date
  key?: string
}

const schema = new Schema<Room>(
  {
    _id: String,
    platform: String,
    account: String,
    room: String,
    name: String,
    team: String,
    silent: Boolean,
    boundBy: String,
    boundAt: Date,
    key: String,
  },
  { collection: 'rooms', versionKey: false },
).index({ team: 1 })

/** Stands for the message that bound a room, where settings did. */
const bySettings = 'settings'

/** Rooms, by `platform:account:room`. */
export function rooms(connection: Connection, namesChanged: () => void) {
  const model = connection.model<Room>('Room', schema)
  return {
    model,
    find: (id: string): Promise<Room | null> => model.findById(id).lean<Room>(),
    /** Binds a room to a team; the last word counts. */
    async bind({ _id, ...room }: Room): Promise<void> {
      await model.updateOne({ _id }, { $set: room }, { upsert: true })
      namesChanged()
    },
    ofTeams: (teams: readonly string[]): Promise<Room[]> =>
      model.find({ team: { $in: [...teams] } }).lean<Room[]>(),
    allBound: (): Promise<Room[]> => model.find({ team: { $exists: true } }).lean<Room[]>(),
    /** Takes a room's team away, once per message; who did it stays. */
    unbind: (id: string, by: { boundBy: string; boundAt: Date; key: string }) =>
      model.updateOne({ _id: id }, { $unset: { team: 1 }, $set: by }),
    /**
     * Binds the rooms that settings name, once: a team that was renamed since keeps its room. Those that are set no
     * more are forgotten.
     */
    async keepSet(rooms: readonly Omit<Room, 'key'>[]): Promise<void> {
      await model.deleteMany({ key: bySettings, _id: { $nin: rooms.map(({ _id }) => _id) } })
      for (const { _id, ...room } of rooms)
        await model.updateOne({ _id }, { $setOnInsert: { ...room, key: bySettings } }, { upsert: true })
    },
    /** A room we were put out of gets no more calls. */
    forget: (id: string) => model.deleteOne({ _id: id }),
  }
}
