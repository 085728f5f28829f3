/** 广播 */
export const broadcast = {
  askAudience: (p: { teams: string }) =>
    `发给谁？说队名、站名或「全部」${p.teams ? `，例如：${p.teams}` : ''}`,
  askText: '要说什么？',
  tooLong: (p: { length: number; most: number }) =>
    `这段话有 ${p.length} 个字，广播最多 ${p.most} 个字。请说短一点，再发一次内容。`,
  text: (p: { said: string; org: string }) => `【通知】${p.said}\n——${p.org}（不想再收到回复「退订」）`,
}
