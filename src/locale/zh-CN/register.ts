/** 注册 */
export const register = {
  privately: '登记请私聊我，说「注册」就行，个人信息不要发在群里。',
  askName: '欢迎！请问你的姓名是？',
  yourOwnName: '把「你的姓名」换成你自己的名字就行，例如「注册 王小明」。请问怎么称呼你？',
  nameTooLong: '姓名有点长，请只回复姓名。',
  askPhone: (p: { name: string }) => `${p.name}，你好！你的手机号是？不想留就回复「跳过」。`,
  skip: '跳过',
  askBirth: '你是哪一年出生的？例如 1990，也可以写 1990-05-01。有些活动有年龄要求。',
  askExactBirth: (p: { age: number }) =>
    `请告诉我完整的出生日期，例如 2012-05-01，看看你是否已满 ${p.age} 岁。`,
  wrongBirth: '这个出生年份不对，请再发一次，例如 1990。',
  askConsent: (p: { org: string }) =>
    `最后一步。${p.org}用你的姓名、手机、出生年份和服务记录来组织活动、核实时长、开服务证明，不作别用，也不会发在群里；手机和生日加密保存。\n保存到你要求删除为止；删除后只留下不带姓名的时长用于统计。\n同意就回复「同意」，不同意就回复「不同意」。`,
  minor: (p: { age: number }) => `你还不到 ${p.age} 岁，有危险的活动不能参加。`,
  consent: '同意',
  dissent: '不同意',
  refused: '好的，没有为你登记。改变主意时再说「注册」。',
  guardian: (p: { age: number }) =>
    `谢谢你愿意来帮忙！你还不到 ${p.age} 岁，需要爸爸妈妈或其他监护人同意。请他们用自己的账号登记，再私聊我说「监护 你的姓名」。现在没有为你登记。`,
  done: (p: { number: string; name: string }) =>
    `登记好了，${p.name}！你的义工号是 ${p.number}。\n回复「活动」看看可以参加什么，「帮助」看看能说什么。`,
  askSkills: '会点什么，也可以告诉我，例如回复「急救、粤语」；不说就回复 0。',
  skipped: '好的。以后想说，就说「专长 急救、粤语」。',
  next: ['活动', '帮助'],
  already: (p: { number: string; name: string }) => `你已经登记过了：${p.name}，义工号 ${p.number}。`,
  alreadyHere: '你已经登记过了，说「我」看看自己的情况。',
}
