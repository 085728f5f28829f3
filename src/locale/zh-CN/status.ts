const took = (ms: number | undefined) => (ms === undefined ? '没有应答' : `${ms} 毫秒`)

/** 状态 */
export const status = {
  head: (p: { troubles: number }) =>
    p.troubles === 0 ? '状态：一切正常。' : `状态：有 ${p.troubles} 处要看，见下面；怎么处理见运维手册。`,
  incoming: (p: { waiting: number; seconds: number; delayed: number; failed: number }) =>
    `收：等处理 ${p.waiting}${p.waiting > 0 ? `（最久 ${p.seconds} 秒）` : ''}，稍后重试 ${p.delayed}，失败任务 ${p.failed}`,
  outgoing: (p: { queued: number; calling: number; sent: number; failed: number; unknown: number }) =>
    `发：等待 ${p.queued}，正在发 ${p.calling}；24 小时内已发出 ${p.sent}，失败 ${p.failed}；不明 ${p.unknown}`,
  lost: (p: { deadLetters: number; missed: number; days: number }) =>
    `没处理成的消息 ${p.deadLetters}；${p.days} 天内没按时送到的提醒 ${p.missed}`,
  platforms: (p: { on: readonly string[]; paused: readonly string[] }) =>
    `渠道：${
      [
        p.on.length > 0 ? `${p.on.join('、')} 正常` : '',
        p.paused.length > 0 ? `${p.paused.join('、')} 已暂停` : '',
      ]
        .filter(Boolean)
        .join('；') || '没有开'
    }`,
  databases: (p: { mongodb: number | undefined; redis: number | undefined }) =>
    `应答：MongoDB ${took(p.mongodb)}，Redis ${took(p.redis)}`,
}
