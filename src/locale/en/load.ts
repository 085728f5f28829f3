import type { Texts } from '../index.ts'

export const load: Texts['load'] = {
  nobody: 'There is no social worker yet. Say "grant … social-worker …".',
  header: (p) => `What social workers lead now (${p.count}):`,
  row: (p) =>
    `${p.who}: teams ${p.teams}, activities ${p.activities}, volunteers ${p.volunteers}, open reports ${p.reports}`,
  more: (p) => `and more: ${p.count}`,
}
