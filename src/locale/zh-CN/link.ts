/** 关联 */
export const link = {
  howTo:
    '想把这个账号和你原来的账号连在一起：先在原来的账号里对我说「关联」，拿到关联码，再来这里说「关联 关联码」。\n还没有登记过的话，说「注册」就行。',
  orRegister: ['注册'],
  code: (p: { code: string; minutes: number }) =>
    `你的关联码是 ${p.code}，${p.minutes}分钟内有效，只能用一次，不要给别人。\n在另一个账号里私聊我说「关联 ${p.code}」，两个账号就是同一个人了。`,
  sameChat: '这就是你原来的账号。请在另一个账号里说这句话。',
  already: '这个账号已经和你连在一起了，没有改动。',
  otherPerson: (p: { mine: string; other: string }) =>
    `这个账号已经登记为 ${p.mine}，不能直接关联。如果两个都是你，请联系管理员，管理员说「合并 ${p.other} ${p.mine}」就行。`,
  wrong: '关联码不对，或者已经过期。请在原来的账号里再说一次「关联」，拿一个新的。',
  tooMany: '今天试的次数太多了，请明天再来，或者联系社工。',
  done: (p: { name: string; number: string }) =>
    `连好了，${p.name}！这个账号也是你（${p.number}）了。以后的消息发到你最近用的那个账号。`,
  next: ['我', '活动'],
  told: '你的另一个账号已经和这里连在一起。不是你自己做的话，请马上联系社工。',
  notYet: (p: { age: number }) => `孩子满 ${p.age} 岁以后才用自己的账号，现在由你代孩子说就行。`,
  yourself: (p: { name: string }) => `${p.name}，以前是监护人替你同意的，现在问你本人。`,
  noConsent: '好的，没有连上。你已有的记录还由监护人代管；想删掉的话，请监护人或社工来办。',
  grownUp: (p: { name: string }) =>
    `${p.name} 已经本人同意，以后用自己的账号，消息也直接发给本人了。谢谢你一直以来的照顾！`,
}
