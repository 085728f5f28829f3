import type { LocalDate } from '../../domain/time/local-date.ts'

/** A day as catalogues write it. */
export const dayParts = (date: LocalDate) => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})

/** An amount with one decimal; a dash when there is nothing to divide by. */
export const shown = (value: number | undefined): string => value?.toFixed(1) ?? '–'

/** A rate as per cent with one decimal. */
export const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`

/** A difference with its sign. */
export const signed = (difference: number | string): string =>
  String(difference).startsWith('-') || Number(difference) === 0 ? String(difference) : `+${difference}`
