import { close } from './close.ts'
import { notify } from './notify.ts'
import { reschedule } from './reschedule.ts'
import { edit } from './edit.ts'
import { audience } from './audience.ts'
import { bind } from './bind.ts'
import { broadcast } from './broadcast.ts'
import { broadcastStatus } from './broadcast-status.ts'
import { call } from './call.ts'
import { callOff } from './call-off.ts'
import { cancel } from './cancel.ts'
import { claim } from './claim.ts'
import { common } from './common.ts'
import { grant } from './grant.ts'
import { help } from './help.ts'
import { hours } from './hours.ts'
import { list } from './list.ts'
import { log } from './log.ts'
import { manage } from './manage.ts'
import { me } from './me.ts'
import { offer } from './offer.ts'
import { pending } from './pending.ts'
import { post } from './post.ts'
import { register } from './register.ts'
import { reject } from './reject.ts'
import { roster } from './roster.ts'
import { shifts } from './shifts.ts'
import { signup } from './signup.ts'
import { start } from './start.ts'
import { stats } from './stats.ts'
import { stop } from './stop.ts'
import { team } from './team.ts'
import { verify } from './verify.ts'

/** The Chinese catalogue, the original: one file for each command, and what several share. */
export const zhCN = {
  close,
  notify,
  reschedule,
  edit,
  audience,
  bind,
  broadcast,
  broadcastStatus,
  call,
  callOff,
  cancel,
  claim,
  common,
  grant,
  help,
  hours,
  list,
  log,
  manage,
  me,
  offer,
  pending,
  post,
  register,
  reject,
  roster,
  shifts,
  signup,
  start,
  stats,
  stop,
  team,
  verify,
}
