import Router from '@koa/router'
import { readCertificateNumber } from '../../domain/certificate-number.ts'
import { formatDays, formatMinutes } from '../../locale/format.ts'
import { type Locale, textsFor } from '../../locale/index.ts'
import type { Middleware } from 'koa'
import type { Certificate } from '../../store/certificates.ts'
import { askedLocale, escapeHtml, showPage } from '../page.ts'

/** What the page of a certificate needs of the rest. */
export type VerifyOptions = {
  certificate: (number: string) => Promise<Certificate | null>
  /** How much one client may ask. */
  limit: Middleware
  /** The organisation's language. */
  locale: Locale
}

/**
 * Whether a certificate is real, for whoever holds the paper: number, period, hours and status, and nothing about the
 * person. A number cannot be guessed (60 bits), so that nobody learns anything by trying, and
 * nobody may try for long.
 */
export function verifyRoutes({ certificate, limit, locale: own }: VerifyOptions): Router {
  return new Router().get('/verify/:number', limit, async (context) => {
    const locale = askedLocale(context, own)
    const texts = textsFor(locale)
    const { verify } = texts.pages
    const number = readCertificateNumber(context.params['number'] ?? '')
    const found = number === undefined ? null : await certificate(number)
    if (!found) {
      const body = `<p>${escapeHtml(verify.unknown)}</p>`
      return showPage(context, { status: 404, locale, title: verify.title, body })
    }
    const facts = [
      [verify.number, found._id],
      [verify.period, formatDays(found.period, texts)],
      [verify.time, formatMinutes(found.minutes, texts)],
      [verify.status, verify.states[found.status]],
    ]
    const list = facts.map(
      ([name = '', value = '']) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
    )
    const body = `<dl>\n${list.join('\n')}\n</dl>\n<p>${escapeHtml(verify.compare)}</p>`
    showPage(context, { status: 200, locale, title: verify.title, body })
  })
}
