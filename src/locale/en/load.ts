import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const load: Texts['load'] = {
  nobody: 'There is no social worker yet. Say "grant … social-worker …".',
  header: (p) => `What ${counted(p.count, 'social worker')} lead now:`,
  row: (p) =>
    `${p.who}: teams ${p.teams}, activities ${p.activities}, volunteers ${p.volunteers}, open reports ${p.reports}`,
  more: (p) => `and ${p.count} more`,
}
