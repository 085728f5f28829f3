import type { AnyWorker, MailWorker, Ticker } from '../src/queue/work.ts'
import { defineWorker } from '../src/queue/work.ts'
import type { WorkerDeps } from './deps.ts'
import { handleMessage } from './handle-message/run.ts'
import { planBroadcast } from './plan-broadcast/job.ts'
import { runPlanBroadcast } from './plan-broadcast/run.ts'
import { sendDailyLists } from './daily-lists/run.ts'
import { holdBulk } from './hold-bulk/run.ts'
import { ringTimers } from './ring-timers/run.ts'
import { sweep } from './sweep/run.ts'

/** Every worker of the role `workers`. Delivery is started by main for each platform account that is on. */
export const mailWorkers: readonly MailWorker<WorkerDeps>[] = [handleMessage]
export const jobWorkers: readonly AnyWorker<WorkerDeps>[] = [
  defineWorker({ job: planBroadcast, run: runPlanBroadcast }),
]
export const tickers: readonly Ticker<WorkerDeps>[] = [sweep, ringTimers, holdBulk, sendDailyLists]
