import type { Context, Next } from 'koa'
import { AppError } from '../../errors.ts'

const loopbackAddress = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** A proxy on this machine would make the whole world look local; these are the traces it leaves. */
const proxyTraces = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Lets in only a browser on this machine that was sent here by its own address bar or by our own page.
 * The `Host` check stops a foreign name that was made to point here (DNS rebinding), the `Origin` check stops
 * other pages in the same browser. Throws AppError `forbidden` with the reason.
 */
export async function loopbackOnly(context: Context, next: Next): Promise<void> {
  const { socket } = context.req
  if (!loopbackAddress.test(socket.remoteAddress ?? ''))
    throw new AppError('forbidden', 'this page is for the machine it runs on')
  if (proxyTraces.some((name) => context.req.headers[name] !== undefined))
    throw new AppError('forbidden', 'this page cannot be reached through a proxy')
  const { host, origin } = context.req.headers
  const hosts = loopbackNames.flatMap((name) =>
    socket.localPort === 80 ? [name, `${name}:80`] : [`${name}:${socket.localPort}`],
  )
  if (!host || !hosts.includes(host.toLowerCase()))
    throw new AppError('forbidden', `open this page as http://127.0.0.1:${socket.localPort}`)
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    throw new AppError('forbidden', 'another page may not speak here')
  await next()
}
