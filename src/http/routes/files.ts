import { randomBytes } from 'node:crypto'
import Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { type Locale, textsFor } from '../../locale/index.ts'
import type { MadeFile } from '../../files/index.ts'
import type { FileLink } from '../../store/files.ts'
import type { Store } from '../../store/index.ts'
import { askedLocale, escapeHtml, showPage } from '../page.ts'

/** What one-time links need of the rest. */
export type FileOptions = {
  files: Store['files']
  /** Makes the file of a link; undefined when there is nothing any more that it could be made of. */
  make: (link: FileLink) => Promise<MadeFile | undefined>
  /** How much one client may ask. */
  limit: Middleware
  now: () => number
  /** The organisation's language. */
  locale: Locale
}

/** How long a download may be begun again, in milliseconds: phones hand it from the page to a programme of their own. */
const ticketMs = 2 * 60_000

/**
 * One-time links to files. Chat apps open every link to show what is behind it, so opening one (GET, HEAD) shows a
 * button and uses nothing up; the button (POST) takes the link and leads to the file under a ticket of its own.
 */
export function fileRoutes({ files, limit, make, now, locale: own }: FileOptions): Router {
  const isOpen = (link: FileLink) => !link.takenAt && link.expiresAt.getTime() > now()

  const sayGone = (context: Context, link: FileLink | null) => {
    const locale = link?.locale ?? askedLocale(context, own)
    const { file } = textsFor(locale).pages
    const body = `<p>${escapeHtml(link ? file.gone : file.unknown)}</p>`
    showPage(context, { status: link ? 410 : 404, locale, title: file.title, body })
  }

  return new Router()
    .get('/files/:token', limit, async (context) => {
      const link = await files.find(context.params['token'] ?? '')
      if (!link || !isOpen(link)) return sayGone(context, link)
      const { locale } = link
      const { file } = textsFor(locale).pages
      const body = `<p>${escapeHtml(file.ready)}</p>
<form method="post"><button type="submit">${escapeHtml(file.download)}</button></form>`
      showPage(context, { status: 200, locale, title: file.title, body })
    })
    .post('/files/:token', limit, async (context) => {
      const token = context.params['token'] ?? ''
      const ticket = randomBytes(18).toString('base64url')
      const at = now()
      const taken = await files.take(token, { ticket, now: new Date(at), until: new Date(at + ticketMs) })
      if (!taken) return sayGone(context, await files.find(token))
      context.status = 303
      context.set('Cache-Control', 'no-store')
      // Relative, so that it is right behind a proxy that serves us under a path of its own.
      context.set('Location', `${encodeURIComponent(token)}/${ticket}`)
      context.body = ''
    })
    .get('/files/:token/:ticket', limit, async (context) => {
      const { token = '', ticket = '' } = context.params
      const link = await files.withTicket(token, { ticket, now: new Date(now()) })
      const made = link && (await make(link))
      if (!made) return sayGone(context, await files.find(token))
      context.type = made.type
      context.set('Cache-Control', 'no-store')
      context.set('X-Robots-Tag', 'noindex')
      context.attachment(made.name)
      context.body = made.body
    })
}
