/** 活动前的提醒 */
export const reminder = {
  made: (p: { what: string; place: string; bring: string | undefined; code: string }) =>
    `提醒：${p.what}，${p.place}。${p.bring ? `\n请带：${p.bring}` : ''}\n能来吗？回复：1 到 / 2 不能到。`,
  seeYou: (p: { what: string; place: string }) => `好的，到时见：${p.what}，${p.place}。`,
  gone: (p: { code: string }) => `${p.code} 的报名有变动，不用再答复。回复「我的班次」看看现在报了哪些。`,
  begun: (p: { code: string }) => `${p.code} 已经开始了，没有再提醒。`,
  everybody: (p: { code: string }) => `${p.code} 报了名的人都答复过了，不用再提醒。`,
  today: (p: { code: string }) => `${p.code} 今天提醒过了，一天一次，没有再发。`,
  asked: (p: { code: string; count: number }) =>
    `已提醒 ${p.code} 还没答复的 ${p.count} 人。「名单 ${p.code}」看谁会来。`,
  /** To whoever is responsible for the activity. */
  missed: (p: { what: string; count: number; code: string }) =>
    `${p.what} 有 ${p.count} 人的提醒没能按时送到，请另外联系。回复「名单 ${p.code}」看是谁。`,
}
