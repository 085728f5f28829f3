/** 解绑 */
export const unbind = {
  notBound: (p: { team: string | undefined }) =>
    p.team ? `这个群绑定的是${p.team}。要解绑就说「解绑」。` : '这个群没有绑定队。',
  check: (p: { team: string }) => `这个群不再是${p.team}的群，召集不再发到这里？对的话回复「是」。`,
  done: '解绑了，召集不再发到这个群。要再绑定就说「绑定 队名」。',
}
