/** 授权 */
export const grant = {
  howTo: '请说清楚谁、什么身份、哪个队或站，例如「授权 张三 社工 南园队」。管理全部就写「全部」。',
  needsScope: (p: { who: string; role: string }) =>
    `请写明是哪个队或站，例如「授权 ${p.who} ${p.role} 南园队」；管理全部就写「全部」。`,
  memberOfTeam: (p: { who: string }) => `请写明加入哪个队，例如「授权 ${p.who} 义工 南园队」。`,
  noStation: (p: { station: string }) => `没有叫「${p.station}」的站。回复「队」看看有哪些。`,
  notYours: '这个范围不归你管理，请联系总管理员。',
  held: (p: { who: string; what: string }) => `${p.who} 已经是${p.what}了。`,
  what: (p: { role: string; scope: string | undefined }) => `${p.scope ?? '全部范围的'}${p.role}`,
  who: (p: { number: string; name: string }) => `${p.number} ${p.name}`,
  ask: (p: { who: string; accounts: string; what: string }) =>
    `请核对：${p.who}（${p.accounts}）\n成为${p.what}。\n对的话回复「是」。`,
  account: (p: { platform: string; user: string; name: string }) => `${p.platform} 账号 ${p.name || p.user}`,
  noAccount: '没有聊天账号',
  between: '、',
  done: (p: { who: string; what: string; told: boolean }) =>
    `好了，${p.who} 现在是${p.what}${p.told ? '，已经告诉本人' : ''}。`,
  notice: (p: { by: string; what: string }) => `${p.by} 请你担任${p.what}。说「帮助」看看能做什么。`,
  help: '帮助',
}
