/** 退出 */
export const leave = {
  which: (p: { teams: string }) => `要退出哪个队？${p.teams}`,
  noTeam: '你现在没有参加任何队。想加入就说「加入」。',
  notMember: (p: { team: string }) => `你不是${p.team}的队员，没有改动。`,
  leads: (p: { team: string }) => `你在${p.team}有职务，要卸下请联系管理员。`,
  done: (p: { team: string }) => `你已退出${p.team}。报过的活动和时长都还在；想回来就说「加入 ${p.team}」。`,
  told: (p: { who: string; team: string }) => `${p.who} 退出了${p.team}。`,
}
