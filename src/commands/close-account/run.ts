import { askToClose } from '../ask-to-close.ts'

/** 注销 */
export const runCloseAccount = askToClose('account')
