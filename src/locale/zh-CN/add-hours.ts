type Line = { code: string; range: string; time: string; minutes: number; entry: string; verified: boolean }

/** 补录 */
export const addHours = {
  which: '补录哪个活动？回复编号。',
  who: (p: { code: string }) => `补录 ${p.code} 的谁？回复姓名或义工号。`,
  own: '自己的时长由另一位社工来补录。',
  already: (p: { who: string; code: string; entry: string; time: string; state: string }) =>
    `${p.who} 在 ${p.code} 已有 ${p.time}（${p.entry}，${p.state}），没有再补。`,
  done: (p: Line & { who: string }) =>
    `已补录：${p.who} ${p.range} ${p.code} ${p.time}（${p.minutes} 分钟，${p.entry}）。` +
    (p.verified ? '已核实，已告诉本人。' : '当天超过 8 小时，还要另一位社工核实，已留在待核里。'),
  told: (p: Line & { by: string }) =>
    `${p.by} 为你补录了 ${p.range} ${p.code} ${p.time}（${p.entry}），${p.verified ? '已核实，谢谢你！' : '还要另一位社工核实。'}有出入请告诉 ${p.by}。`,
}
