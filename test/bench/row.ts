/** One line of the table: a figure beside its reference in the same run. `reach` says when it is good. */
export type Row = {
  figure: string
  ours: string
  reference: string
  ratio: string
  reach: string
  good: boolean
  /** Where the time went, for a figure that falls short. */
  hottest?: string[]
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A rate beside the rate of its reference; the medians of several rounds taken in turn. */
export function ratioRow(
  figure: string,
  ours: readonly number[],
  reference: readonly number[],
  reach: number,
): Row {
  const ratio = median(ours.map((value, i) => value / (reference[i] ?? Number.NaN)))
  return {
    figure,
    ours: `${number.format(median(ours))}/s`,
    reference: `${number.format(median(reference))}/s`,
    ratio: ratio.toFixed(2),
    reach: `≥ ${reach}`,
    good: ratio >= reach,
  }
}

/** A time in milliseconds beside the time of its reference; the medians of several rounds taken in turn. */
export function timeRow(
  figure: string,
  ours: readonly number[],
  reference: readonly number[],
  reach: number,
): Row {
  const ratio = median(ours.map((value, i) => value / (reference[i] ?? Number.NaN)))
  return {
    figure,
    ours: ms(median(ours)),
    reference: ms(median(reference)),
    ratio: ratio.toFixed(2),
    reach: `≤ ${reach}`,
    good: ratio <= reach,
  }
}

/** A time in milliseconds with a limit of its own; what the machine itself makes of it, where that is known, stands beside it. */
export function limitRow(figure: string, value: number, reach: number, machine?: number): Row {
  const reference = machine === undefined ? '–' : ms(machine)
  return { figure, ours: ms(value), reference, ratio: '–', reach: `≤ ${reach} ms`, good: value <= reach }
}

const ms = (value: number) => `${number.format(value)} ms`

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Prints the rows as a table. */
export function printTable(rows: readonly Row[]): void {
  const cells = [
    ['figure', 'ours', 'reference', 'ratio', 'reach', ''],
    ...rows.map((row) => [
      row.figure,
      row.ours,
      row.reference,
      row.ratio,
      row.reach,
      row.good ? 'ok' : 'SHORT',
    ]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of cells) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  for (const { figure, hottest } of rows)
    if (hottest) console.log(`${figure}: most time in\n  ${hottest.join('\n  ')}`)
}
