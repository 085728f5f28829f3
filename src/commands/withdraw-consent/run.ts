import { askToClose } from '../ask-to-close.ts'

/** 撤回同意 */
export const runWithdrawConsent = askToClose('consent')
