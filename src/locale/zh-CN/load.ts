/** 负荷 */
export const load = {
  nobody: '还没有社工。说「授权 姓名 社工 队名」。',
  header: (p: { count: number }) => `${p.count} 位社工现在的负荷：`,
  row: (p: { who: string; teams: number; activities: number; volunteers: number; reports: number }) =>
    `${p.who}：队 ${p.teams}，活动 ${p.activities}，结对 ${p.volunteers}，待答复 ${p.reports}`,
  more: (p: { count: number }) => `还有 ${p.count} 位`,
}
