import type { Say } from './step.ts'

/** One way to come by a server. */
export type Way = {
  name: string
  /** Why it is the one, said when it worked: "mongod is on PATH". */
  why: string
  /** Why it cannot be tried on this machine; undefined when it can. */
  hurdle: string | undefined
  /** Gives the address of the running server; throws when it does not work out. */
  start: () => Promise<string>
}

/** The way that was taken and the address it gave. */
export type Choice = { name: string; url: string }

/**
 * Tries the ways in order and takes the first that works, saying which one and why.
 * Throws an error that names every way and what kept it from working.
 */
export async function choose(options: {
  service: string
  docker: string
  ways: Way[]
  say: Say
  /** Aborted by Ctrl-C: then no further way is tried. */
  interrupted: AbortSignal
}): Promise<Choice> {
  const { service, docker, ways, say, interrupted } = options
  const refusals: string[] = []
  for (const way of ways) {
    if (way.hurdle !== undefined) {
      refusals.push(`${way.name}: ${way.hurdle}`)
      continue
    }
    try {
      const url = await way.start()
      say(`${service}: ${way.name} (${way.why})`)
      return { name: way.name, url }
    } catch (error) {
      interrupted.throwIfAborted()
      const reason = error instanceof Error ? error.message : String(error)
      say(`${service}: not ${way.name}: ${reason.split('\n')[0]}`)
      refusals.push(`${way.name}: ${reason}`)
    }
  }
  const tried = refusals.map((refusal) => `  - ${refusal}`).join('\n')
  throw new Error(`no ${service} could be started. The ways, in order:\n${tried}\n  - with Docker: ${docker}`)
}
