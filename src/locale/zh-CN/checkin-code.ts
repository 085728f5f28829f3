/** 签到码 */
export const checkinCode = {
  which: '哪个活动要签到码？回复编号。',
  done: (p: { what: string; code: string; pin: string }) =>
    `${p.what} 的签到码是 ${p.pin}。写在现场，大家说「签到 ${p.code} ${p.pin}」。`,
  off: (p: { what: string; code: string }) => `${p.what} 不用签到码了，大家说「签到 ${p.code}」就行。`,
}
