const minute = 60_000
const hour = 60 * minute

/** What happens around an activity at moments its plan sets, in the order of a day. */
export const attendanceKinds = ['remind-day', 'remind-hours', 'ask-checkout', 'leave-checkout'] as const
export type AttendanceKind = (typeof attendanceKinds)[number]

/**
 * When each is due: reminders 24 and 2 hours before the start; half an hour after the end whoever has not checked out
 * is asked until when they stayed; a day later what nobody answered goes to the social worker.
 */
export function attendanceTimes({ start, end }: { start: Date; end: Date }): Record<AttendanceKind, Date> {
  return {
    'remind-day': new Date(start.getTime() - 24 * hour),
    'remind-hours': new Date(start.getTime() - 2 * hour),
    'ask-checkout': new Date(end.getTime() + 30 * minute),
    'leave-checkout': new Date(end.getTime() + 24.5 * hour),
  }
}
