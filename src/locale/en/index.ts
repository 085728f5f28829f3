import { close } from './close.ts'
import { notify } from './notify.ts'
import { reschedule } from './reschedule.ts'
import { edit } from './edit.ts'
import type { Texts } from '../index.ts'
import { addHours } from './add-hours.ts'
import { approval } from './approval.ts'
import { audience } from './audience.ts'
import { audit } from './audit.ts'
import { requestExcuse } from './request-excuse.ts'
import { report } from './report.ts'
import { requests } from './requests.ts'
import { join } from './join.ts'
import { link } from './link.ts'
import { newChat } from './new-chat.ts'
import { guardian } from './guardian.ts'
import { forChild } from './for.ts'
import { merge } from './merge.ts'
import { leave } from './leave.ts'
import { bind } from './bind.ts'
import { broadcast } from './broadcast.ts'
import { broadcastStatus } from './broadcast-status.ts'
import { call } from './call.ts'
import { callOff } from './call-off.ts'
import { cancel } from './cancel.ts'
import { certificate } from './certificate.ts'
import { category } from './category.ts'
import { checkin } from './checkin.ts'
import { checkinCode } from './checkin-code.ts'
import { checkout } from './checkout.ts'
import { claim } from './claim.ts'
import { closeAccount } from './close-account.ts'
import { common } from './common.ts'
import { correct } from './correct.ts'
import { daily } from './daily.ts'
import { excuse } from './excuse.ts'
import { exportHours } from './export-hours.ts'
import { exportData } from './export-data.ts'
import { forecast } from './forecast.ts'
import { grant } from './grant.ts'
import { handOver } from './hand-over.ts'
import { groupSignup } from './group-signup.ts'
import { help } from './help.ts'
import { hours } from './hours.ts'
import { lang } from './lang.ts'
import { late } from './late.ts'
import { list } from './list.ts'
import { load } from './load.ts'
import { log } from './log.ts'
import { manage } from './manage.ts'
import { me } from './me.ts'
import { myData } from './my-data.ts'
import { noShow } from './no-show.ts'
import { offer } from './offer.ts'
import { pages } from './pages.ts'
import { pair } from './pair.ts'
import { pending } from './pending.ts'
import { post } from './post.ts'
import { register } from './register.ts'
import { reject } from './reject.ts'
import { repost } from './repost.ts'
import { revoke } from './revoke.ts'
import { reminder } from './reminder.ts'
import { roster } from './roster.ts'
import { schedule } from './schedule.ts'
import { series } from './series.ts'
import { shifts } from './shifts.ts'
import { signup } from './signup.ts'
import { start } from './start.ts'
import { skills } from './skills.ts'
import { stats } from './stats.ts'
import { status } from './status.ts'
import { stop } from './stop.ts'
import { team } from './team.ts'
import { top } from './top.ts'
import { unbind } from './unbind.ts'
import { unsettled } from './unsettled.ts'
import { verify } from './verify.ts'
import { withdraw } from './withdraw.ts'

/** The English catalogue. */
export const en: Texts = {
  addHours,
  close,
  notify,
  reschedule,
  edit,
  approval,
  audience,
  audit,
  requestExcuse,
  report,
  requests,
  join,
  leave,
  merge,
  for: forChild,
  guardian,
  newChat,
  link,
  bind,
  broadcast,
  broadcastStatus,
  call,
  callOff,
  cancel,
  certificate,
  category,
  checkin,
  checkinCode,
  checkout,
  claim,
  closeAccount,
  correct,
  common,
  daily,
  excuse,
  exportHours,
  exportData,
  forecast,
  grant,
  handOver,
  groupSignup,
  help,
  hours,
  lang,
  late,
  list,
  load,
  log,
  manage,
  me,
  myData,
  noShow,
  offer,
  pages,
  pair,
  pending,
  post,
  register,
  reject,
  repost,
  revoke,
  reminder,
  roster,
  schedule,
  series,
  shifts,
  signup,
  start,
  skills,
  stats,
  status,
  stop,
  team,
  top,
  unbind,
  unsettled,
  verify,
  withdraw,
}
