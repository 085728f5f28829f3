import { type Command, command } from './command.ts'
import { addHoursGrammar } from './add-hours/grammar.ts'
import { runAddHours } from './add-hours/run.ts'
import { agreeGrammar } from './agree/grammar.ts'
import { runAgree } from './agree/run.ts'
import { auditGrammar } from './audit/grammar.ts'
import { runAudit } from './audit/run.ts'
import { disagreeGrammar } from './disagree/grammar.ts'
import { runDisagree } from './disagree/run.ts'
import { joinGrammar } from './join/grammar.ts'
import { runJoin } from './join/run.ts'
import { leaveGrammar } from './leave/grammar.ts'
import { runLeave } from './leave/run.ts'
import { bindGrammar } from './bind/grammar.ts'
import { runBind } from './bind/run.ts'
import { broadcastGrammar } from './broadcast/grammar.ts'
import { runBroadcast } from './broadcast/run.ts'
import { broadcastStatusGrammar } from './broadcast-status/grammar.ts'
import { runBroadcastStatus } from './broadcast-status/run.ts'
import { callGrammar } from './call/grammar.ts'
import { runCall } from './call/run.ts'
import { callOffGrammar } from './call-off/grammar.ts'
import { runCallOff } from './call-off/run.ts'
import { cancelGrammar } from './cancel/grammar.ts'
import { resolveCancel } from './cancel/resolve.ts'
import { runCancel } from './cancel/run.ts'
import { certificateGrammar } from './certificate/grammar.ts'
import { runCertificate } from './certificate/run.ts'
import { categoryGrammar } from './category/grammar.ts'
import { runCategory } from './category/run.ts'
import { correctGrammar } from './correct/grammar.ts'
import { runCorrect } from './correct/run.ts'
import { checkinGrammar } from './checkin/grammar.ts'
import { runCheckin } from './checkin/run.ts'
import { resolveCheckin } from './checkin/resolve.ts'
import { checkinCodeGrammar } from './checkin-code/grammar.ts'
import { runCheckinCode } from './checkin-code/run.ts'
import { checkoutGrammar } from './checkout/grammar.ts'
import { runCheckout } from './checkout/run.ts'
import { claimGrammar } from './claim/grammar.ts'
import { runClaim } from './claim/run.ts'
import { excuseGrammar } from './excuse/grammar.ts'
import { runExcuse } from './excuse/run.ts'
import { editGrammar } from './edit/grammar.ts'
import { runEdit } from './edit/run.ts'
import { answerReportGrammar } from './answer-report/grammar.ts'
import { runAnswerReport } from './answer-report/run.ts'
import { closeReportGrammar } from './close-report/grammar.ts'
import { runCloseReport } from './close-report/run.ts'
import { passReportGrammar } from './pass-report/grammar.ts'
import { runPassReport } from './pass-report/run.ts'
import { remindGrammar } from './remind/grammar.ts'
import { runRemind } from './remind/run.ts'
import { reportGrammar } from './report/grammar.ts'
import { runReport } from './report/run.ts'
import { rescheduleGrammar } from './reschedule/grammar.ts'
import { runReschedule } from './reschedule/run.ts'
import { notifyGrammar } from './notify/grammar.ts'
import { runNotify } from './notify/run.ts'
import { closeAccountGrammar } from './close-account/grammar.ts'
import { runCloseAccount } from './close-account/run.ts'
import { closeGrammar } from './close/grammar.ts'
import { runClose } from './close/run.ts'
import { exportHoursGrammar } from './export-hours/grammar.ts'
import { runExportHours } from './export-hours/run.ts'
import { exportGrammar } from './export/grammar.ts'
import { runExport } from './export/run.ts'
import { grantGrammar } from './grant/grammar.ts'
import { runGrant } from './grant/run.ts'
import { handOverGrammar } from './hand-over/grammar.ts'
import { runHandOver } from './hand-over/run.ts'
import { loadGrammar } from './load/grammar.ts'
import { runLoad } from './load/run.ts'
import { pairGrammar } from './pair/grammar.ts'
import { runPair } from './pair/run.ts'
import { groupSignupGrammar } from './group-signup/grammar.ts'
import { runGroupSignup } from './group-signup/run.ts'
import { helpGrammar } from './help/grammar.ts'
import { createHelp } from './help/run.ts'
import { hoursGrammar } from './hours/grammar.ts'
import { runHours } from './hours/run.ts'
import { langGrammar } from './lang/grammar.ts'
import { runLang } from './lang/run.ts'
import { lateGrammar } from './late/grammar.ts'
import { runLate } from './late/run.ts'
import { linkGrammar } from './link/grammar.ts'
import { runLink } from './link/run.ts'
import { newChatGrammar } from './new-chat/grammar.ts'
import { runNewChat } from './new-chat/run.ts'
import { guardianGrammar } from './guardian/grammar.ts'
import { runGuardian } from './guardian/run.ts'
import { forGrammar } from './for/grammar.ts'
import { runFor } from './for/run.ts'
import { mergeGrammar } from './merge/grammar.ts'
import { runMerge } from './merge/run.ts'
import { listGrammar } from './list/grammar.ts'
import { resolveList } from './list/resolve.ts'
import { runList } from './list/run.ts'
import { logGrammar } from './log/grammar.ts'
import { runLog } from './log/run.ts'
import { meGrammar } from './me/grammar.ts'
import { runMe } from './me/run.ts'
import { myDataGrammar } from './my-data/grammar.ts'
import { runMyData } from './my-data/run.ts'
import { noShowGrammar } from './no-show/grammar.ts'
import { runNoShow } from './no-show/run.ts'
import { pendingGrammar } from './pending/grammar.ts'
import { runPending } from './pending/run.ts'
import { postGrammar } from './post/grammar.ts'
import { runPost } from './post/run.ts'
import { registerGrammar } from './register/grammar.ts'
import { runRegister } from './register/run.ts'
import { rejectGrammar } from './reject/grammar.ts'
import { runReject } from './reject/run.ts'
import { resendGrammar } from './resend/grammar.ts'
import { runResend } from './resend/run.ts'
import { giveUpGrammar } from './give-up/grammar.ts'
import { runGiveUp } from './give-up/run.ts'
import { repostGrammar } from './repost/grammar.ts'
import { runRepost } from './repost/run.ts'
import { requestExcuseGrammar } from './request-excuse/grammar.ts'
import { runRequestExcuse } from './request-excuse/run.ts'
import { revokeGrammar } from './revoke/grammar.ts'
import { runRevoke } from './revoke/run.ts'
import { rosterGrammar } from './roster/grammar.ts'
import { runRoster } from './roster/run.ts'
import { shiftsGrammar } from './shifts/grammar.ts'
import { runShifts } from './shifts/run.ts'
import { signupGrammar } from './signup/grammar.ts'
import { runSignup } from './signup/run.ts'
import { startGrammar } from './start/grammar.ts'
import { runStart } from './start/run.ts'
import { skillsGrammar } from './skills/grammar.ts'
import { resolveSkills } from './skills/resolve.ts'
import { runSkills } from './skills/run.ts'
import { statsGrammar } from './stats/grammar.ts'
import { runStats } from './stats/run.ts'
import { statusGrammar } from './status/grammar.ts'
import { runStatus } from './status/run.ts'
import { stopGrammar } from './stop/grammar.ts'
import { runStop } from './stop/run.ts'
import { teamGrammar } from './team/grammar.ts'
import { runTeam } from './team/run.ts'
import { withdrawGrammar } from './withdraw/grammar.ts'
import { runWithdraw } from './withdraw/run.ts'
import { withdrawConsentGrammar } from './withdraw-consent/grammar.ts'
import { runWithdrawConsent } from './withdraw-consent/run.ts'
import { topGrammar } from './top/grammar.ts'
import { runTop } from './top/run.ts'
import { unbindGrammar } from './unbind/grammar.ts'
import { runUnbind } from './unbind/run.ts'
import { verifyGrammar } from './verify/grammar.ts'
import { runVerify } from './verify/run.ts'

/** Every command there is, in the order of help. A new one is a folder and a line here. */
export const commands: readonly Command[] = [
  command(
    helpGrammar,
    createHelp(() => commands),
  ),
  command(claimGrammar, runClaim),
  command(registerGrammar, runRegister),
  command(meGrammar, runMe),
  command(listGrammar, runList, resolveList),
  command(signupGrammar, runSignup),
  command(cancelGrammar, runCancel, resolveCancel),
  command(requestExcuseGrammar, runRequestExcuse),
  command(lateGrammar, runLate),
  command(shiftsGrammar, runShifts),
  command(skillsGrammar, runSkills, resolveSkills),
  command(joinGrammar, runJoin),
  command(leaveGrammar, runLeave),
  command(reportGrammar, runReport),
  command(postGrammar, runPost),
  command(repostGrammar, runRepost),
  command(groupSignupGrammar, runGroupSignup),
  command(rosterGrammar, runRoster),
  command(callGrammar, runCall),
  command(editGrammar, runEdit),
  command(rescheduleGrammar, runReschedule),
  command(notifyGrammar, runNotify),
  command(remindGrammar, runRemind),
  command(closeGrammar, runClose),
  command(callOffGrammar, runCallOff),
  command(broadcastStatusGrammar, runBroadcastStatus),
  command(broadcastGrammar, runBroadcast),
  command(withdrawGrammar, runWithdraw),
  command(bindGrammar, runBind),
  command(unbindGrammar, runUnbind),
  command(checkinGrammar, runCheckin, resolveCheckin),
  command(checkoutGrammar, runCheckout),
  command(checkinCodeGrammar, runCheckinCode),
  command(noShowGrammar, runNoShow),
  command(excuseGrammar, runExcuse),
  command(addHoursGrammar, runAddHours),
  command(logGrammar, runLog),
  command(hoursGrammar, runHours),
  command(certificateGrammar, runCertificate),
  command(pendingGrammar, runPending),
  command(verifyGrammar, runVerify),
  command(rejectGrammar, runReject),
  command(correctGrammar, runCorrect),
  command(agreeGrammar, runAgree),
  command(disagreeGrammar, runDisagree),
  command(answerReportGrammar, runAnswerReport),
  command(passReportGrammar, runPassReport),
  command(closeReportGrammar, runCloseReport),
  command(pairGrammar, runPair),
  command(exportHoursGrammar, runExportHours),
  command(statsGrammar, runStats),
  command(topGrammar, runTop),
  command(teamGrammar, runTeam),
  command(categoryGrammar, runCategory),
  command(grantGrammar, runGrant),
  command(revokeGrammar, runRevoke),
  command(handOverGrammar, runHandOver),
  command(loadGrammar, runLoad),
  command(auditGrammar, runAudit),
  command(statusGrammar, runStatus),
  command(resendGrammar, runResend),
  command(giveUpGrammar, runGiveUp),
  command(linkGrammar, runLink),
  command(newChatGrammar, runNewChat),
  command(guardianGrammar, runGuardian),
  command(forGrammar, runFor),
  command(mergeGrammar, runMerge),
  command(langGrammar, runLang),
  command(stopGrammar, runStop),
  command(startGrammar, runStart),
  command(myDataGrammar, runMyData),
  command(exportGrammar, runExport),
  command(withdrawConsentGrammar, runWithdrawConsent),
  command(closeAccountGrammar, runCloseAccount),
]
