/** 队 */
export const team = {
  askName: '新队叫什么名字？例如「南园队」。',
  badName: '队名请用 20 个字以内，不带空格、逗号、顿号和竖线，也不要只有数字，例如「南园队」。',
  noStation: (p: { station: string }) =>
    `没有叫「${p.station}」的站。先说「队 新建 ${p.station}」建站，再建队。`,
  exists: (p: { name: string }) => `已经有「${p.name}」了。`,
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
