/** What the playground's page has to know before the first word. Ids are those that messages carry. */
export type LiveState = {
  org: string
  /** While nobody has claimed the first admin. */
  claimCode?: string
  people: { id: string; name: string; role: 'volunteer' | 'socialWorker' | 'admin' }[]
  rooms: { id: string; name: string; members: string[] }[]
  locale: 'zh-CN' | 'en'
}
