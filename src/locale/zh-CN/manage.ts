/** 社工和队长管理活动的命令共用的话：改、改期、停办、通知、结项、再发 */
export const manage = {
  nothing: '你负责的范围里现在没有活动。说「发布」发一个。',
  notYours: (p: { code: string; team: string | undefined }) =>
    p.team
      ? `${p.code} 由${p.team}的队长或社工负责，请联系他们。`
      : `${p.code} 由负责全部的社工来管，请联系他们。`,
  calledOff: (p: { code: string }) => `${p.code} 已经停办了，不能再改。要再办就说「再发 ${p.code}」。`,
  over: (p: { code: string }) => `${p.code} 已经结束了，不能再改。要再办就说「再发 ${p.code}」。`,
}
