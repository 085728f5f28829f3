import type { Context } from 'koa'
import { type Locale, textsFor } from '../locale/index.ts'

/** Plain pages for phones: no script, nothing loaded, readable in the dark and at any size. Contrasts meet WCAG AA. */
const style = `
:root{color-scheme:light dark}
body{margin:0;font:1.0625rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;background:#f6f7f9;color:#1c1f24}
main{max-width:36rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.375rem;line-height:1.35;margin:0 0 1rem}
dl{margin:1.5rem 0;background:#fff;border-radius:.75rem;padding:.25rem 1rem}
dl div{padding:.75rem 0}
dl div+div{border-top:1px solid #dfe3e8}
dt{color:#57606a;font-size:.9375rem}
dd{margin:0;font-size:1.125rem;overflow-wrap:anywhere}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.75rem;border:0;border-radius:.625rem;background:#0b5cad;color:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #0b5cad;outline-offset:3px}
@media(prefers-color-scheme:dark){body{background:#14171b;color:#eceff3}dl{background:#1e2329}dl div+div{border-color:#333a43}dt{color:#a7b0bb}button{background:#4d9fec;color:#06121f}button:focus-visible{outline-color:#8cc3f7}}
`

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML shows it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark)

/** The language a browser asks for first, of those we have; `otherwise` where it asks for none of them. */
export function askedLocale(context: Context, otherwise: Locale): Locale {
  const asked = context.acceptsLanguages('zh', 'en')
  return asked === 'zh' ? 'zh-CN' : asked === 'en' ? 'en' : otherwise
}

/** Answers with a page that nobody keeps, lists or frames. `body` is HTML; what goes into it must be escaped. */
export function showPage(
  context: Context,
  { status, locale, title, body }: { status: number; locale: Locale; title: string; body: string },
): void {
  context.status = status
  context.type = 'html'
  context.vary('Accept-Language')
  context.set('Cache-Control', 'no-store')
  context.set('X-Robots-Tag', 'noindex')
  context.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  context.body = `<!doctype html>
<html lang="${textsFor(locale).pages.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
