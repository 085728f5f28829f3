/** 注销、撤回同意 */
export const closeAccount = {
  ask: (p: { why: 'account' | 'consent'; signups: number; child: string | undefined }) => {
    const whose = p.child ? '孩子' : '你'
    const begins = p.why === 'consent' ? `撤回同意后，我们不能再保存${whose}的个人信息，会` : '注销会'
    const signups = p.signups > 0 ? `和还没结束的 ${p.signups} 个报名` : ''
    return `${begins}删掉${whose}的姓名、手机、生日、专长、聊天账号和反映的内容，取消${whose}的身份${signups}。\n时长只留下不带姓名的数字用于统计；开过的证明还能按编号核对，但不能再下载。\n想先留一份就说「${p.child ? `代 ${p.child} 导出` : '导出'}」。要继续请回复「是」。`
  },
  again: '最后确认一次：删掉以后不能恢复。确定就回复「确认」。',
  confirm: '确认',
  onlyAdmin:
    '你是唯一的总管理员，走了就没人能管理了。请先让同事注册，用「授权 姓名 管理员 全部」交给对方，再来办。',
  done: (p: { why: 'account' | 'consent'; child: boolean; time: string | undefined }) => {
    const who = p.child ? '孩子' : '你'
    const thanks = p.time ? `谢谢${who}为大家做的 ${p.time}！` : `谢谢${who}来过！`
    return `${p.why === 'consent' ? '同意已撤回' : '已经注销'}，${who}的个人信息都删掉了。${thanks}想回来，随时说「${p.child ? '监护' : '注册'}」。`
  },
  /** To another guardian of a child. */
  childGone: (p: { number: string }) =>
    `你监护的 ${p.number}，另一位监护人撤回了同意，孩子的个人信息都删掉了。`,
  /** To whoever is responsible for an activity. */
  told: (p: { number: string; what: string }) => `义工 ${p.number} 注销了，${p.what} 空出一个名额。`,
}
