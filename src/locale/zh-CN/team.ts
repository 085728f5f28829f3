/** 队 */
export const team = {
  askWhich: {
    rename: '哪个队或站要改名？回复它现在的名字。',
    close: '哪个队或站要停用？回复它的名字。',
    reopen: '哪个队或站要重新启用？回复它的名字。',
  },
  askNewName: (p: { name: string }) => `${p.name} 要改叫什么？`,
  checkRename: (p: { name: string; to: string }) =>
    `把「${p.name}」改名为「${p.to}」？活动、时长记录、身份和群都跟着改，改完旧名字就不在了。对的话回复「是」。`,
  renamed: (p: { name: string; to: string }) => `改好了：「${p.name}」现在叫「${p.to}」。`,
  checkClose: (p: { name: string }) =>
    `停用「${p.name}」？以后不能再用它发布、召集和绑定群，已有的时长照样算。对的话回复「是」。`,
  closed: (p: { name: string }) => `「${p.name}」已停用。要再用就说「队 启用 ${p.name}」。`,
  reopened: (p: { name: string }) => `「${p.name}」又可以用了。`,
  hasTeams: (p: { name: string; teams: string }) =>
    `「${p.name}」里还有在用的队：${p.teams}。先停用这些队，再停用站。`,
  askName: '新队叫什么名字？例如「南园队」。',
  badName: '队名请用 20 个字以内，不带空格、逗号、顿号和竖线，也不要只有数字，例如「南园队」。',
  noStation: (p: { station: string }) =>
    `没有叫「${p.station}」的站。先说「站 新建 ${p.station}」建站，再建队。`,
  exists: (p: { name: string; closed: boolean }) =>
    p.closed ? `「${p.name}」已停用，要再用就说「队 启用 ${p.name}」。` : `已经有「${p.name}」了。`,
  notYours: '你管理的范围里不能建这个队，请联系总管理员。',
  kinds: { service: '服务队', group: '团体队', station: '服务站' },
  made: (p: { name: string; kind: string; station: string | undefined }) =>
    `建好了：${p.name}（${p.kind}${p.station ? `，${p.station}` : ''}）。`,
  nextTeam: (p: { name: string }) =>
    `接下来：在队的群里说「绑定 ${p.name}」；「授权 姓名 社工 ${p.name}」请社工来带队。`,
  nextStation: (p: { name: string }) => `接下来：「队 新建 南园队 ${p.name}」在站里建队。`,
  none: '还没有队。说「队 新建 南园队」建一个。',
  station: (p: { station: string; teams: string }) => `${p.station}：${p.teams}`,
  noStationHeading: '未分站',
  noTeams: '还没有队',
  between: '、',
}
