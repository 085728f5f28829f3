/** 绑定 */
export const bind = {
  ask: (p: { teams: string }) => `这个群是哪个队的？回复队名${p.teams ? `，例如：${p.teams}` : ''}`,
  between: '、',
  noTeams: '还没有队。请管理员先说「队 新建 南园队」。',
  done: (p: { team: string }) =>
    `绑好了，这个群是${p.team}的群，召集会发到这里。\n在群里说「活动」看活动，「报名 A12」报名；队长和社工说「发布」发布活动。`,
  /** Where we may answer and not begin. */
  doneSilent: (p: { team: string }) =>
    `绑好了，这个群是${p.team}的群。在这里我只能回答，不能先开口：召集会一个一个发给队员。\n@我说「活动」看活动，「报名 A12」报名。`,
  next: ['活动', '发布'],
  notYours: (p: { team: string }) => `${p.team}要由它的社工或管理员来绑定，请联系他们。`,
  boundTo: (p: { team: string }) => `这个群已经是${p.team}的群，要由它的社工或管理员来改。`,
}
