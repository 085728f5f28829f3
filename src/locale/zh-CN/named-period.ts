/** A period as it is named inside a sentence: a year alone is said as one. */
export const namedPeriod = (period: string): string => (/^\d{4}$/.test(period) ? `${period}年` : period)
