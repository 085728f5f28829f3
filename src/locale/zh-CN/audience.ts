/** 召集 and 广播: who is reached, who is not, and what is asked before anything goes out. */
export const audience = {
  between: '、',
  except: (p: { wanted: string; without: string }) => `${p.wanted}（除 ${p.without}）`,
  empty: '发给谁？说队名、站名、「#专长」或「全部」，例如「南园队、#法律援助」。',
  notYours: (p: { team: string; role: string }) => `发给${p.team}要由它的${p.role}来做，请联系他们。`,
  notEveryone: (p: { role: string }) => `发给全部要由负责全部的${p.role}来做，请联系他们。`,
  rooms: (p: { rooms: number }) => `${p.rooms} 个群`,
  people: (p: { people: number }) => `私信 ${p.people} 人`,
  preview: (p: { who: string; reach: string }) => `发给 ${p.who}：${p.reach}。`,
  nobody: (p: { who: string }) => `${p.who} 现在没有能发到的群或人，什么都没有发。`,
  inRoom: (p: { count: number }) => `队里有群的 ${p.count} 人在群里看，不另私信。`,
  without: (p: { parts: string }) => `不发给：${p.parts}。`,
  leftOut: {
    optedOut: (p: { count: number }) => `已退订 ${p.count} 人`,
    signedUp: (p: { count: number }) => `已报名 ${p.count} 人`,
    unreachable: (p: { count: number }) => `联系不上 ${p.count} 人`,
  },
  words: '内容：',
  confirm: '回复「是」就发出去。',
  begun: (p: { code: string; reach: string }) => `${p.code} 已开始：${p.reach}。可说「广播状态 ${p.code}」。`,
  seeStatus: (p: { code: string }) => `广播状态 ${p.code}`,
}
