/** 加入 */
export const join = {
  which: (p: { teams: string }) => `想加入哪个队？${p.teams}`,
  noTeams: '现在没有可以加入的队，过些时候再来看看。',
  already: (p: { team: string }) => `你已经是${p.team}的人了。`,
  waiting: (p: { team: string; request: string }) =>
    `你已经申请加入${p.team}了（${p.request}），等队长答复，不用再说一次。`,
  done: (p: { team: string; request: string }) =>
    `已替你申请加入${p.team}（${p.request}）。队长同意了我就告诉你。`,
  request: (p: { who: string; team: string }) => `${p.who} 想加入${p.team}`,
  agreed: (p: { who: string; team: string }) => `${p.who} 已加入${p.team}，已告诉本人。`,
  refused: (p: { who: string; team: string }) => `没有同意 ${p.who} 加入${p.team}，已告诉本人。`,
  welcome: (p: { team: string }) => `欢迎加入${p.team}！有活动我会叫你。`,
  list: (p: { team: string }) => `活动 ${p.team}`,
  notNow: (p: { team: string; reason: string | undefined }) =>
    `这次没能加入${p.team}${p.reason ? `：${p.reason}` : ''}。别的队也欢迎你，说「队」看看有哪些。`,
}
