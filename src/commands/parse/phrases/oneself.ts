import type { Locale } from '../../../locale/index.ts'
import { everydaySkill } from './everyday-skill.ts'
import type { Phrase } from './phrase.ts'

const child = '(?:孩子|小孩|小朋友|儿子|女儿|娃)'
const tongue = (text: string): Locale => (/英|english/i.test(text) ? 'en' : 'zh-CN')

/** What people say of themselves: their child, what they can do, their certificate, data, account and messages. */
export const oneself: readonly Phrase[] = [
  {
    says: new RegExp(
      `(?:给|帮|替|代|为)(?:我|我家|家里)?的?${child}.{0,4}(?:报名|参加|登记|注册)|${child}(?:也|都)?(?:想|要|能|可以|能不能|可不可以)(?:来|去|一起)?(?:参加|报名|当义工|做义工)|(?:sign up|register) my (?:child|son|daughter|kid)|my (?:child|son|daughter|kid) (?:wants|would like) to`,
      'i',
    ),
    either: ['for', 'guardian'],
  },
  {
    says: everydaySkill,
    forSelf: true,
    means: ({ text }) => {
      const groups = everydaySkill.exec(text)?.groups ?? {}
      return { command: 'skills', args: { skills: [groups.skill ?? groups.skillEnglish ?? ''] } }
    },
  },
  {
    says: /^(?:我)?(?:想|要|申请|怎么|如何)退(?:出)?(?:这个|我的)?(?:队|团)|^退队|不想(?:在|待在)?(?:这个)?队里?(?:待|呆)?了|leave (?:the|my|this) team/i,
    means: () => ({ command: 'leave', args: {} }),
  },
  { says: /^我?(?:想|要|申请)退出(?:了|吧)?$|^我退出$/, either: ['leave', 'stop', 'close-account'] },
  {
    says: /(?:我|要|想)(?:已经)?(?:换|改)(?:了|个|一下)?(?:手机|电话|微信)?(?:号码?)了?$|(?:换|改)(?:了|个|一下)?(?:手机|电话|微信)号|(?:换|掉|丢)了?手机了|(?:手机|微信)(?:丢|掉|换)了|(?:new|changed my) (?:phone|number)/i,
    either: ['link', 'new-chat'],
  },
  {
    says: /^我的(?:服务|志愿)*证明$|^my certificate$|(?:开|拿|打印?|办|要|出|领|弄).{0,8}(?<!身份)证明|(?<!身份)证明.{0,6}(?:怎么|如何|哪里|哪儿|在哪)|(?:need|get|want|print).{0,12}certificate/i,
    means: () => ({ command: 'certificate', args: {} }),
  },
  {
    says: /我的星级|我(?:是|有)?几(?:颗)?星|我的(?:义工|编)号(?:是多少|多少)?|my (?:volunteer )?number|my stars/i,
    means: () => ({ command: 'me', args: {} }),
  },
  {
    says: /(?:存|记|保留|收集)了我(?:的)?(?:什么|哪些|啥)|what do you (?:know|keep|store) about me/i,
    means: () => ({ command: 'my-data', args: {} }),
  },
  {
    says: /把我的?(?:全部|所有)?(?:资料|数据|信息|个人信息)(?:都|全部)?(?:给|发|导|拷|寄)|(?:send|give) me my data|(?:copy of|download) my data/i,
    means: () => ({ command: 'export', args: {} }),
  },
  {
    says: /(?:注销|删掉?|删除)(?:我的)?(?:账号|帐号|账户|信息|资料|数据|个人信息)|(?:想|要|怎么|如何)注销|delete my (?:account|data|profile)|close my account/i,
    means: () => ({ command: 'close-account', args: {} }),
  },
  {
    says: /^我?(?:以后)?(?:不想|不打算)(?:再|继续)?(?:用|玩|做|干|参加)了|^我?不(?:做|干|当)(?:义工|志愿者)了|i (?:do not|don't) want (?:to use )?this any ?more|^i quit$/i,
    either: ['stop', 'leave', 'close-account'],
  },
  {
    says: /(?:别|不要|不想)(?:再)?(?:给我)?(?:发|收到|收).{0,10}(?:通知|消息|信息|了)|stop sending/i,
    means: () => ({ command: 'stop', args: {} }),
  },
  {
    says: /(?:我|想|要|怎么|如何|在哪)(?:里|儿)?(?:投诉|反映|反馈)|有.{0,4}(?:情况|问题|意见|建议|需要|困难)(?:想|要|跟|向|和)?.{0,6}(?:反映|反馈|说一下|投诉)|make a complaint/i,
    means: () => ({ command: 'report', args: {} }),
  },
  {
    says: /^(?:转|找|要|我要|我想)?(?:个|一下)?人工(?:客服|服务)?[。!?]*$|(?:找|联系|想跟|想和).{0,4}(?:社工|工作人员|客服|真人)(?!的|队)|^(?:社工|有人|工作人员)在(?:吗|不在)|(?:talk|speak) to (?:a )?(?:human|person|social worker|somebody|someone)|^human$/i,
    either: ['report'],
  },
  {
    says: /^(?:请|你|我|想|要|可以|能不能|能|会|麻烦)*(?:说|讲|用|换成|改成|回)(?:英文|英语|中文|汉语|普通话)(?:回复?|说|吧|吗|好吗|[?。!])*$|(?:speak|in|use) (?:english|chinese)|(?:english|chinese) please|^(?:english|英文|中文)$/i,
    means: ({ text }) => ({ command: 'lang', args: { locale: tongue(text) } }),
  },
  {
    says: /(?:怎么|如何)(?:用|使用)|(?:能|会|可以)(?:干|做)(?:什么|啥|些什么)|你是谁|what can you do|who are you/i,
    means: () => ({ command: 'help', args: {} }),
  },
]
