import type { Texts } from '../index.ts'

export const exportHours: Texts['exportHours'] = {
  askPeriod: 'Of which time? For example "last month", "2026-10" or "2026".',
  lastMonth: 'last month',
  ready: (p) =>
    `The hours of ${p.period} are ready. Open the link within ${p.minutes} minutes; it works once. It holds names, so keep it safe:\n${p.url}`,
  fileName: (p) => `hours-${p.from}-${p.to}.xlsx`,
  sheets: { lines: 'Lines', notes: 'Notes' },
  columns: [
    'Line',
    'Volunteer',
    'Name',
    'Activity',
    'Title',
    'Category',
    'Team',
    'Station',
    'Day',
    'Minutes claimed',
    'Minutes planned',
    'Minutes checked in',
    'Minutes that count',
    'State',
    'Verified by',
    'Verified at',
    'Corrects',
    'Note',
  ],
  notes: (p) => [
    ['Period', p.period],
    ['Scope', p.scope],
    ['Made at', p.made],
    ['Lines', p.lines],
    ['Verified', p.counted],
    ['Verified minutes', p.minutes],
    [
      'How they count',
      'Only verified lines count; a correction is a line of its own with the difference, and both count together.',
    ],
  ],
}
