/** 我的数据 */
export const myData = {
  about: (p: { fields: string }) => `我们保存了你的 ${p.fields}`,
  name: (p: { name: string; number: string }) => `姓名 ${p.name}、义工号 ${p.number}`,
  phone: (p: { phone: string }) => `手机 ${p.phone}`,
  birth: (p: { birth: string }) => `出生 ${p.birth}`,
  skills: (p: { skills: string }) => `专长 ${p.skills}`,
  between: '、',
  records: (p: { accounts: number; signups: number; hours: number; certificates: number; reports: number }) =>
    `还有聊天账号 ${p.accounts} 个、报名 ${p.signups} 条、时长 ${p.hours} 条、证明 ${p.certificates} 张、反映 ${p.reports} 件。`,
  why: (p: { consentedOn: string | undefined }) =>
    `用来组织活动、核实时长、开服务证明，不作别用${p.consentedOn ? `；你在 ${p.consentedOn} 同意过` : ''}。`,
  how: (p: { repliesDays: number; sentDays: number }) =>
    `手机和生日加密保存；聊天回复加密保存，${p.repliesDays} 到 ${p.sentDays} 天后自动删除。`,
  next: '要全部内容说「导出」；不想再用了说「撤回同意」或「注销」。',
  export: '导出',
}
