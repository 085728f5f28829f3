import type { LocalDate } from './time/local-date.ts'

/** One verified line of the ledger as a certificate shows it; whole minutes. */
export type CertifiedLine = { date: LocalDate; title: string; category: string; minutes: number }

/** What somebody served: line by line, or, where that would be too long to read, by category. Minutes add up to the whole. */
export type CertificateContent =
  | { kind: 'lines'; lines: Omit<CertifiedLine, 'category'>[] }
  | { kind: 'categories'; count: number; categories: { name: string; count: number; minutes: number }[] }

/** Lines that fit on one page together with everything else. */
export const mostLines = 20

/** The content of a certificate, oldest first, or the largest category first. */
export function certificateContent(lines: readonly CertifiedLine[]): CertificateContent {
  if (lines.length <= mostLines) {
    const sorted = lines.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    return { kind: 'lines', lines: sorted.map(({ date, title, minutes }) => ({ date, title, minutes })) }
  }
  const sums = new Map<string, { name: string; count: number; minutes: number }>()
  for (const { category, minutes } of lines) {
    const sum = sums.get(category) ?? { name: category, count: 0, minutes: 0 }
    sums.set(category, { name: category, count: sum.count + 1, minutes: sum.minutes + minutes })
  }
  const categories = [...sums.values()].toSorted(
    (a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1),
  )
  return { kind: 'categories', count: lines.length, categories }
}
