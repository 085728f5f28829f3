const minute = 60_000
const hour = 60 * minute

/**
 * Until when places of a group may stand without names: 24 hours before the start (house rule), so that others can
 * still be offered them.
 */
export const unnamedDeadline = ({ start }: { start: Date }): Date => new Date(start.getTime() - 24 * hour)

/** What happens around an activity at moments its plan sets, in the order of a day. */
export const attendanceKinds = [
  'free-unnamed',
  'remind-day',
  'remind-hours',
  'ask-checkout',
  'leave-checkout',
] as const
export type AttendanceKind = (typeof attendanceKinds)[number]

/**
 * When each is due: places of groups without names are freed 24 hours before the start; reminders 24 and 2 hours before
 * it; half an hour after the end whoever has not checked out is asked until when they stayed; a day later what nobody
 * answered goes to the social worker.
 */
export function attendanceTimes({ start, end }: { start: Date; end: Date }): Record<AttendanceKind, Date> {
  return {
    'free-unnamed': unnamedDeadline({ start }),
    'remind-day': new Date(start.getTime() - 24 * hour),
    'remind-hours': new Date(start.getTime() - 2 * hour),
    'ask-checkout': new Date(end.getTime() + 30 * minute),
    'leave-checkout': new Date(end.getTime() + 24.5 * hour),
  }
}
