import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Router } from '@koa/router'
import type { Context } from 'koa'
import { AppError } from '../../errors.ts'

/** Styles are written by the component library at run time; scripts only ever come from our own files. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The only kinds of files a built page has; what is not here is not served. */
const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** A plain name: no separator and no leading dot, so that no path can lead out of the folder. */
const plainName = /^\w[\w.-]*$/

/**
 * Serves the page that Vite built into `root`: `index.html` always fresh, the files of `assets/` for ever,
 * because their names change with what is in them. Throws AppError `not_found`.
 */
export function pageRoutes(root: string): Router {
  const router = new Router()
  router.get('/', async (context) => {
    context.set('Cache-Control', 'no-cache')
    context.set('Content-Security-Policy', contentSecurityPolicy)
    await serve(context, { path: join(root, 'index.html'), type: 'text/html; charset=utf-8' })
  })
  router.get('/assets/:name', async (context) => {
    const name = context.params['name'] ?? ''
    const type = contentTypes[extname(name)]
    if (!type || !plainName.test(name)) throw new AppError('not_found', 'no such file')
    await serve(context, { path: join(root, 'assets', name), type })
    context.set('Cache-Control', 'public, max-age=31536000, immutable')
  })
  return router
}

async function serve(context: Context, file: { path: string; type: string }): Promise<void> {
  const found = await stat(file.path).catch(() => undefined)
  if (!found?.isFile())
    throw new AppError('not_found', 'no such file; the pages are built by npm run build:web')
  context.type = file.type
  context.length = found.size
  context.set('X-Content-Type-Options', 'nosniff')
  context.body = createReadStream(file.path)
}
