/** 撤权 */
export const revoke = {
  howTo: '请说清楚撤谁的什么身份，例如「撤权 张三 社工 南园队」。',
  notHeld: (p: { who: string }) => `${p.who} 没有这个身份，没有改动。`,
  which: (p: { who: string; options: string }) => `${p.who} 有几个身份：${p.options}。请说明撤哪一个。`,
  own: '自己的总管理员身份，请另一位总管理员来撤。',
  ask: (p: { who: string; what: string }) => `请核对：${p.who} 不再是${p.what}。\n对的话回复「是」。`,
  done: (p: { who: string; what: string }) => `好了，${p.who} 不再是${p.what}。`,
  notice: (p: { by: string; what: string }) => `${p.by} 已撤回你的身份：${p.what}。有疑问请联系对方。`,
}
