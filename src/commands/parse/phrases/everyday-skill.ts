/** What people say they can do, beginning alike or not: only words that are surely a skill. */
const skills = [
  '(?:剪|理|修)头?发',
  '急救',
  '心肺复苏',
  '按摩',
  '推拿',
  '针灸',
  '护理',
  '(?:量|测)血压',
  '拍照',
  '摄影',
  '摄像',
  '修(?:电脑|家电|电器|手机|水电|水管|自行车)',
  '(?:弹|拉|吹)(?:钢琴|吉他|二胡|古筝|小提琴|笛子)',
  '画画',
  '书法',
  '写(?:毛笔字|对联|文章)',
  '唱歌',
  '跳舞',
  '太极拳?',
  '做(?:饭|菜|手工|蛋糕)',
  '烧菜',
  '缝纫',
  '讲故事',
  '开车',
  '翻译',
  '手语',
  '[说讲]?(?:英语|英文|粤语|广东话|客家话|潮汕话|日语|法语)',
  '心理咨询',
]
const english = '(?:cut hair|drive|translate|cook|sing|dance|do first aid|play the \\w+|speak (?!to )\\w+)'

/** `我会剪头发`, `我擅长摄影`, `I can cut hair`. */
export const everydaySkill = new RegExp(
  `^我(?:也|还|比较)?(?:会|懂|擅长)(?<skill>${skills.join('|')})(?:的|哦|呀)?[。!]*$|^i can (?<skillEnglish>${english})[.!]*$`,
  'i',
)
