/** Words and sentences that several commands use. */
export const common = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  month: (p: { month: number; day: number }) => `${p.month}月${p.day}日`,
  /** A day of another year. */
  withYear: (p: { date: string; year: number }) => `${p.year}年${p.date}`,
  /** Between a day and a clock time of another day. */
  until: '至',
  minutes: (p: { hours: number; minutes: number }) =>
    p.minutes === 0 ? `${p.hours}小时` : p.hours === 0 ? `${p.minutes}分钟` : `${p.hours}小时${p.minutes}分`,
  yes: '是',
  no: '不',
  roles: { volunteer: '义工', leader: '队长', socialWorker: '社工', admin: '管理员' },
  /** Who can do what takes this role at least. */
  doers: { volunteer: '义工', leader: '队长或社工', socialWorker: '社工', admin: '管理员' },
  everywhere: '全部',
  /** To a guardian, before what is about the child. */
  about: (p: { name: string; text: string }) => `【${p.name}】${p.text}`,
  /** In a room, when the answer goes to the asker alone. */
  sentPrivately: '已私信给你。',
  /** In a room, where we cannot write to anybody in private. */
  askInDirect: '细节不方便在群里说，请到和我的单聊里问。',
  textOnly: '图片和语音我还看不懂，请打字告诉我。回复「帮助」看看能说什么。',
  hint: '没听懂。回复「帮助」看看能说什么。',
  /** Before an open question, when what was said cannot be its answer. */
  noAnswer: '这个没看懂，再说一次好吗？不做了就回复「取消」。',
  answerWith: (p: { options: readonly string[] }) =>
    `请回复${p.options.map((one) => `「${one}」`).join('或')}。`,
  sayItSo: (p: { example: string; does: string }) => `没听懂，可以这样说：「${p.example}」${p.does}`,
  didYouMean: (p: { what: string }) => `你是想「${p.what}」吗？回复「是」。`,
  /** 一句话可能是几件事 */
  either: (p: { lines: readonly { example: string; does: string }[] }) =>
    ['可以这样说：', ...p.lines.map(({ example, does }) => `「${example}」${does}`)].join('\n'),
  dropped: '好的，不做了。',
  tooLate: '过了 10 分钟，先再看一遍：',
  nothingDone: '好的，没有改动。',
  notRegistered: '先登记一下就能用了：回复「注册 你的姓名」。',
  notRegisteredHere: '先登记一下就能用了：请私聊我，说「注册」。',
  /** To somebody we do not know yet: registering alone gives no role. */
  notYetAllowed: (p: { role: string }) =>
    `这件事由${p.role}来做。你也是的话，先回复「注册 你的姓名」，再请管理员授权。`,
  notAllowed: (p: { role: string }) => `这件事由${p.role}来做，请联系他们。`,
  notYourTeam: (p: { team: string | undefined }) =>
    `这件事由${p.team ? `${p.team}的队长或社工` : '负责全部的社工或管理员'}来做，请联系他们。`,
  /** On what is one's child's somebody else has the word. */
  ownChild: (p: { what: string; who: readonly string[] }) =>
    `${p.what} 是你孩子的，要由别人来定${p.who.length > 0 ? `，可以请 ${p.who.join('、')}` : '，请找管理员'}。`,
  directOnly: '这件事请私聊我说，群里不方便。',
  roomOnly: '这句话请在要绑定的群里说。',
  untrusted: '这个渠道不能确认消息没有被改过，请换一个渠道来做这件事。',
  noActivity: (p: { code: string }) => `没有找到活动 ${p.code}。回复「活动」看看有哪些。`,
  noPerson: (p: { who: string }) => `没有找到「${p.who}」。请核对姓名，或用义工号（如 V000123）。`,
  /** What was said after 报名 A12 names nobody and says nothing we know. */
  whoIsThat: (p: { said: string; alone: string }) =>
    `没看懂「${p.said}」，没有动任何人的报名。自己的就说「${p.alone}」；别人的由队长或社工在后面加上姓名或义工号。`,
  forOthers: (p: { alone: string }) => `别人的报名由队长或社工来办，请联系他们。自己的就说「${p.alone}」。`,
  whichPerson: (p: { who: string; numbers: string }) =>
    `有几位「${p.who}」，请用义工号说明是哪一位：${p.numbers}`,
  whichActivity: (p: { options: string }) => `是哪个活动？${p.options}`,
  noTeam: (p: { team: string }) => `没有叫「${p.team}」的队。回复「队」看看有哪些。`,
  tooManyLines: '一次最多处理五行，其余的请再发一次。',
  whichPrompt: (p: { options: string }) => `有几件事在等你答复，请带上编号，例如：${p.options}`,
  promptOption: (p: { code: string; name: string | undefined }) =>
    p.name ? `代 ${p.name} 1 ${p.code}` : `1 ${p.code}`,
  failed: '抱歉，这条消息没能处理，工作人员会查看。可以稍后再发一次。',
  urgent: '如有生命危险，请立即拨打 120（急救）或 110（报警）。我已通知负责的社工，会尽快联系你。',
  urgentNotice: (p: { who: string; where: string }) =>
    `【紧急】${p.who} 在${p.where}发来求助消息，请马上联系。`,
  direct: '私聊',
  accountPaused: (p: { platform: string; reason: string }) =>
    `渠道 ${p.platform} 已暂停发送（${p.reason}），消息都留着。请检查它的设置，修好后重启服务即继续。`,
  help: '帮助',
  roomJoined:
    '大家好，我是联动小助手。社工说「绑定 队名」，这个群就能收到活动召集；想报名就说「报名 活动编号」。',
}
