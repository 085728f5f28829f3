/** 注销、撤回同意 */
export const closeAccount = {
  ask: (p: { why: 'account' | 'consent'; signups: number }) =>
    `${p.why === 'consent' ? '撤回同意后，我们不能再保存你的个人信息，会' : '注销会'}删掉你的姓名、手机、生日、专长和聊天账号，取消你的身份${p.signups > 0 ? `和还没结束的 ${p.signups} 个报名` : ''}。\n时长只留下不带姓名的数字用于统计；开过的证明还能按编号核对，但不能再下载。\n想先留一份就说「导出」。要继续请回复「是」。`,
  again: '最后确认一次：删掉以后不能恢复。确定就回复「确认」。',
  confirm: '确认',
  onlyAdmin:
    '你是唯一的总管理员，走了就没人能管理了。请先让同事注册，用「授权 姓名 管理员 全部」交给对方，再来办。',
  done: (p: { why: 'account' | 'consent'; time: string | undefined }) =>
    `${p.why === 'consent' ? '同意已撤回，' : '已经注销，'}你的个人信息都删掉了。${p.time ? `谢谢你为大家做的 ${p.time}！` : '谢谢你来过！'}想回来，随时说「注册」。`,
  /** To whoever is responsible for an activity. */
  told: (p: { number: string; what: string }) => `义工 ${p.number} 注销了，${p.what} 空出一个名额。`,
}
