import { readFileSync, writeFileSync } from 'node:fs'
import { renderPageAsImage, definePDFJSModule } from 'unpdf'
const img = await renderPageAsImage(new Uint8Array(readFileSync('c.pdf')), 1, { canvasImport: () => import('@napi-rs/canvas'), scale: 1.3 })
writeFileSync('c.png', Buffer.from(img))
