import { cancelGrammar } from '../cancel/grammar.ts'
import { runCancel } from '../cancel/run.ts'
import { certificateGrammar } from '../certificate/grammar.ts'
import { runCertificate } from '../certificate/run.ts'
import { checkinGrammar } from '../checkin/grammar.ts'
import { runCheckin } from '../checkin/run.ts'
import { checkoutGrammar } from '../checkout/grammar.ts'
import { runCheckout } from '../checkout/run.ts'
import { type Command, command } from '../command.ts'
import { exportGrammar } from '../export/grammar.ts'
import { runExport } from '../export/run.ts'
import { hoursGrammar } from '../hours/grammar.ts'
import { runHours } from '../hours/run.ts'
import { joinGrammar } from '../join/grammar.ts'
import { runJoin } from '../join/run.ts'
import { leaveGrammar } from '../leave/grammar.ts'
import { runLeave } from '../leave/run.ts'
import { linkGrammar } from '../link/grammar.ts'
import { runLink } from '../link/run.ts'
import { logGrammar } from '../log/grammar.ts'
import { runLog } from '../log/run.ts'
import { meGrammar } from '../me/grammar.ts'
import { runMe } from '../me/run.ts'
import { myDataGrammar } from '../my-data/grammar.ts'
import { runMyData } from '../my-data/run.ts'
import { shiftsGrammar } from '../shifts/grammar.ts'
import { runShifts } from '../shifts/run.ts'
import { startGrammar } from '../start/grammar.ts'
import { runStart } from '../start/run.ts'
import { stopGrammar } from '../stop/grammar.ts'
import { runStop } from '../stop/run.ts'
import { signupGrammar } from '../signup/grammar.ts'
import { runSignup } from '../signup/run.ts'
import { withdrawConsentGrammar } from '../withdraw-consent/grammar.ts'
import { runWithdrawConsent } from '../withdraw-consent/run.ts'

/** What a guardian may say for a child: a new one is a line here. Whatever is not in it stays the guardian's own. */
export const innerCommands: readonly Command[] = [
  command(signupGrammar, runSignup),
  command(cancelGrammar, runCancel),
  command(shiftsGrammar, runShifts),
  command(hoursGrammar, runHours),
  command(logGrammar, runLog),
  command(checkinGrammar, runCheckin),
  command(checkoutGrammar, runCheckout),
  command(joinGrammar, runJoin),
  command(leaveGrammar, runLeave),
  command(meGrammar, runMe),
  command(certificateGrammar, runCertificate),
  command(linkGrammar, runLink),
  command(stopGrammar, runStop),
  command(startGrammar, runStart),
  command(myDataGrammar, runMyData),
  command(exportGrammar, runExport),
  command(withdrawConsentGrammar, runWithdrawConsent),
]

export const innerCommand = (name: string): Command | undefined =>
  innerCommands.find((one) => one.name === name)
