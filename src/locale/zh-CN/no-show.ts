/** 缺席，以及和准假共用的句子 */
export const noShow = {
  which: '哪个活动有人缺席？回复编号。',
  who: (p: { code: string }) => `${p.code} 谁没来？回复姓名或义工号，几位就用空格隔开。`,
  done: (p: { code: string; names: string }) => `已记缺席：${p.code} ${p.names}，已告诉本人。`,
  told: (p: { by: string; what: string }) =>
    `${p.by} 把你在 ${p.what} 记为缺席。如果你来了或请过假，请告诉 ${p.by}，可以改。`,
  notBegun: (p: { what: string }) => `${p.what} 还没开始，现在还说不上缺席。`,
  notOnList: (p: { who: string; code: string }) =>
    `${p.code} 的名单里没有「${p.who}」，这次都没有动。请核对姓名或义工号。`,
  own: '自己的由另一位社工或队长来记。',
  unchanged: (p: { who: string; code: string; state: string }) =>
    `${p.who} 在 ${p.code} ${p.state}，没有改动。`,
  states: {
    waiting: '还在候补',
    offered: '有名额待答复',
    confirmed: '已报名',
    arrived: '已签到',
    completed: '已完成',
    cancelled: '已取消',
    declined: '没有接受名额',
    no_show: '已记缺席',
    excused: '已准假',
  },
}
