import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { create } from 'qrcode'
import { localDate } from '../domain/time/local-date.ts'
import { formatDays, formatLocalDate, formatMinutes } from '../locale/format.ts'
import { textsFor } from '../locale/index.ts'
import type { Certificate, CertificateSnapshot } from '../store/certificates.ts'

/** Noto Sans SC, under the SIL Open Font License: it may be embedded. Only the characters that are used are. */
const fontPath = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
)
let font: Buffer | undefined

/** All in points, 72 to an inch; the page is A4. */
const margin = 56
const width = 595.28 - 2 * margin
const bottom = 841.89 - margin
const rowHeight = 17
const footHeight = 130
const qrSize = 92
/** Light modules around a QR code that readers need, in modules (ISO/IEC 18004, 9.1). */
const quiet = 4
const grey = '#555555'
const columns = [
  { at: 0, width: 105 },
  { at: 115, width: 255 },
  { at: 380, width: width - 380 },
] as const

type Page = PDFKit.PDFDocument

/**
 * The paper of a certificate as a PDF. The same certificate always gives the same bytes: everything on it comes from
 * the certificate and its snapshot, and nothing from today.
 */
export async function certificatePaper({
  certificate,
  snapshot,
  zone,
  publicUrl,
}: {
  certificate: Certificate
  snapshot: CertificateSnapshot
  zone: string
  publicUrl: string
}): Promise<Buffer> {
  const texts = textsFor(snapshot.locale)
  const { paper } = texts.certificate
  font ??= readFileSync(fontPath)
  const page = new PDFDocument({
    size: 'A4',
    margin,
    lang: snapshot.locale,
    displayTitle: true,
    info: {
      Title: `${paper.title} ${certificate._id}`,
      Author: snapshot.org,
      CreationDate: certificate.issuedAt,
    },
  })
  const chunks: Buffer[] = []
  page.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => page.once('end', () => resolve()))
  page.registerFont('sans', font).font('sans')

  const day = (date: string) => formatLocalDate(date, texts)
  page.fontSize(22).text(paper.title, { align: 'center' }).moveDown(0.3)
  page
    .fontSize(10)
    .fillColor(grey)
    .text(paper.number({ number: certificate._id }), { align: 'center' })
  page.fillColor('black').fontSize(12).moveDown(1.5)
  const statement = paper.statement({
    name: snapshot.name,
    volunteer: certificate.person,
    period: formatDays(certificate.period, texts),
    time: formatMinutes(certificate.minutes, texts),
    minutes: certificate.minutes,
  })
  page.text(statement, { lineGap: 5 }).moveDown(1)
  drawContent(page, { certificate, snapshot })
  drawFoot(page, {
    qr: `${publicUrl}/verify/${certificate._id}`,
    check: paper.check,
    lines: [
      paper.unit({ org: snapshot.org }),
      ...(snapshot.handler ? [paper.handler({ name: snapshot.handler })] : []),
      paper.issued({ date: day(localDate(certificate.issuedAt.getTime(), zone)) }),
    ],
  })
  page.end()
  await ended
  return Buffer.concat(chunks)
}

function drawContent(
  page: Page,
  { certificate, snapshot }: { certificate: Certificate; snapshot: CertificateSnapshot },
): void {
  const { content, locale } = snapshot
  const texts = textsFor(locale)
  const { paper } = texts.certificate
  const time = (minutes: number) => formatMinutes(minutes, texts)
  page.fontSize(12).text(paper.content)
  if (content.kind === 'categories')
    page
      .fontSize(9)
      .fillColor(grey)
      .text(paper.summarised({ count: content.count }))
      .fillColor('black')
  page.moveDown(0.4).fontSize(10)
  const [head, rows, count] =
    content.kind === 'lines'
      ? [
          [paper.date, paper.activity, paper.time],
          content.lines.map(({ date, title, minutes }) => [
            formatLocalDate(date, texts),
            title,
            time(minutes),
          ]),
          content.lines.length,
        ]
      : [
          [paper.count, paper.category, paper.time],
          content.categories.map((sum) => [paper.times(sum), sum.name, time(sum.minutes)]),
          content.count,
        ]
  drawRow(page, head, grey)
  drawRule(page)
  for (const row of rows) drawRow(page, row)
  drawRule(page)
  drawRow(page, [paper.total({ count }), '', time(certificate.minutes)])
}

function drawRow(page: Page, cells: readonly string[], color = 'black'): void {
  if (page.y + rowHeight > bottom) page.addPage()
  const { y } = page
  page.fillColor(color)
  for (const [i, column] of columns.entries())
    page.text(cells[i] ?? '', margin + column.at, y, {
      width: column.width,
      height: rowHeight - 2,
      ellipsis: true,
      align: i === columns.length - 1 ? 'right' : 'left',
    })
  page.fillColor('black')
  page.x = margin
  page.y = y + rowHeight
}

function drawRule(page: Page): void {
  const y = page.y - 1
  page
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.5)
    .strokeColor('#999999')
    .stroke()
  page.y += 3
}

/** Who recorded it on the right, how to check it on the left, at the foot of the last page. */
function drawFoot(
  page: Page,
  { qr, check, lines }: { qr: string; check: string; lines: readonly string[] },
): void {
  if (page.y + footHeight > bottom) page.addPage()
  const top = bottom - footHeight
  drawQr(page, qr, { x: margin, y: top })
  page.fontSize(11)
  for (const [i, line] of lines.entries())
    page.text(line, margin + qrSize + 20, top + 12 + i * 24, { width: width - qrSize - 20, align: 'right' })
  page.fontSize(8).fillColor(grey)
  page.text(`${check}${qr}`, margin, top + qrSize + 8, { width, link: qr })
}

function drawQr(page: Page, text: string, at: { x: number; y: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const unit = qrSize / (modules.size + 2 * quiet)
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        page.rect(at.x + (column + quiet) * unit, at.y + (row + quiet) * unit, unit, unit)
  page.fill('black')
}
