/** 活动 */
export const list = {
  line: (p: { code: string; when: string; title: string; place: string; left: string }) =>
    `${p.code} ${p.when} ${p.title}，${p.place}（${p.left}）`,
  left: (p: { left: number }) => (p.left > 0 ? `还有 ${p.left} 个名额` : '已满，可候补'),
  more: '说编号看详情，「报名 A12」报名；说「更多」接着看。',
  end: (p: { code: string }) => `说编号看详情；「报名 ${p.code}」报名。`,
  next: '更多',
  none: '现在没有能参加的活动，过些时候再来看看。',
  noneThere: '没有符合的活动。说「活动」看全部。',
  noMore: '后面没有了。说「活动」从头看。',
  all: '活动',
  signup: (p: { code: string }) => `报名 ${p.code}`,
  between: '、',
  /** Between sentences. */
  gap: '',
  title: (p: { code: string; title: string; category: string; team: string | undefined }) =>
    `${p.code} ${p.title}（${p.category}${p.team ? `，${p.team}` : ''}）`,
  where: (p: { when: string; place: string; meetAt: string | undefined }) =>
    `${p.when}，${p.place}${p.meetAt ? `，集合：${p.meetAt}` : ''}`,
  bring: (p: { bring: string }) => `请带：${p.bring}`,
  contact: (p: { name: string }) => `联系：${p.name}`,
  places: (p: { places: number; left: number; waiting: number }) =>
    p.left > 0 && p.waiting === 0
      ? `名额 ${p.places}，还有 ${p.left} 个。`
      : `名额 ${p.places}，已满，${p.waiting} 人候补。`,
  states: {
    cancelled: '活动已停办。',
    closed: '活动已结束。',
    over: '活动已结束。',
    running: '活动正在进行。',
  },
  howToJoin: (p: { code: string }) => `说「报名 ${p.code}」报名。`,
  mine: {
    waiting: '你在候补名单里。',
    offered: '有一个名额给你留着，请尽快回复「1」要、「2」不要。',
    confirmed: '你已报名。',
    arrived: '你已签到。',
    completed: '你参加过了。',
    cancelled: '你取消了报名。',
    declined: '你没有要这个名额。',
    no_show: '你报了名没有来。',
    excused: '你请了假。',
  },
  mineIn: (p: { code: string; state: string }) => `${p.code}：${p.state}`,
}
