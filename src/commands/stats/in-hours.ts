/** Minutes as hours with one decimal, rounded half up; the minutes themselves always stand beside it. */
export const inHours = (minutes: number): string => (Math.round(minutes / 6) / 10).toFixed(1)
