import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import { extractText, getDocumentProxy } from 'unpdf'

/** The words of a PDF, page by page, as a reader copies them. */
export async function textOfPdf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  return text
}

/** What a phone reads from the QR code of a PDF: its filled rectangles are drawn and looked at. */
export function qrOfPdf(bytes: Buffer): string | undefined {
  const modules = streamsOf(bytes).flatMap((stream) =>
    [...stream.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(([, x, y, unit]) => ({
      x: Number(x),
      y: Number(y),
      unit: Number(unit),
    })),
  )
  const unit = modules[0]?.unit ?? 1
  const [left, top] = [Math.min(...modules.map(({ x }) => x)), Math.min(...modules.map(({ y }) => y))]
  const scale = 4
  const size = (Math.round((Math.max(...modules.map(({ x }) => x)) - left) / unit) + 9) * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const { x, y } of modules) {
    const [column, row] = [Math.round((x - left) / unit) + 4, Math.round((y - top) / unit) + 4]
    for (let i = 0; i < scale * scale; i++) {
      const at = ((row * scale + Math.floor(i / scale)) * size + column * scale + (i % scale)) * 4
      pixels.set([0, 0, 0], at)
    }
  }
  return jsqr.default(pixels, size, size)?.data
}

function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at)
    if (end < 0) break
    try {
      streams.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // A stream of another kind draws nothing.
    }
  }
  return streams
}
