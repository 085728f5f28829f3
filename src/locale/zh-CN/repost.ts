/** 再发 */
export const repost = {
  which: '再发哪个活动？回复编号，例如「A12」。',
  askDays: (p: { code: string }) =>
    `${p.code} 再发到哪天？例如「下周六」「每周六 4次」「每周六 到12月31日」。`,
  check: (p: { what: string; count: number; place: string; places: number }) =>
    `照 ${p.what} 再发 ${p.count} 次（${p.place}，每次 ${p.places} 人）：`,
}
