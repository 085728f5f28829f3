/** 导出：聊天里的答复，和表里的字。 */
export const exportData = {
  ready: (p: { csv: string; json: string; minutes: number }) =>
    `你的全部资料准备好了，请在 ${p.minutes} 分钟内打开，每个链接只能用一次，不要转给别人。\n表格（Excel 能打开）：${p.csv}\n完整数据（JSON）：${p.json}`,
  fileName: (p: { number: string; extension: string }) => `我的数据-${p.number}.${p.extension}`,
  between: '，',
  columns: { part: '类别', day: '日期', what: '项目', words: '内容' },
  parts: {
    person: '本人',
    account: '聊天账号',
    role: '身份',
    roleTakenBack: '撤回的身份',
    signup: '报名',
    hours: '时长',
    certificate: '证明',
  },
  fields: {
    name: '姓名',
    number: '义工号',
    phone: '手机',
    birth: '出生',
    skills: '专长',
    registered: '登记',
    consent: '同意保存个人信息',
    noCalls: '退订召集',
  },
  signupStates: {
    waiting: '候补',
    offered: '名额待确认',
    confirmed: '已报名',
    arrived: '已签到',
    completed: '已完成',
    cancelled: '已取消',
    declined: '让给了下一位',
    no_show: '缺席',
    excused: '准假',
  },
}
