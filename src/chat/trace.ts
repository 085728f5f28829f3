/** Where a message is on its way. `message` is its key; `at` is in milliseconds. */
export type TraceStep = 'accepted' | 'ignored' | 'mailbox' | 'action' | 'outbox' | 'delivered' | 'failed'
export type Trace = (step: TraceStep, message: string, detail?: string) => void

/** For services that nobody watches live. */
export const noTrace: Trace = () => undefined
