/** The surnames that more than nine in ten people in China bear (the commonest of the census), in no order. */
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜甘包司柏宁欧麦游关区简冼练蓝古卓丘巫饶骆纪柯翁詹佘凌霍房华阮项裴覃闫肖付'

const double = [
  '欧阳',
  '司徒',
  '上官',
  '诸葛',
  '司马',
  '东方',
  '夏侯',
  '皇甫',
  '尉迟',
  '端木',
  '慕容',
  '令狐',
]

/** Everyday words that begin like a name: 登记成功 registers nobody. */
const words = new Set(
  (
    '成功 方便 安全 马上 任何 何时 何必 高龄 高兴 高手 文明 文件 文化 常用 常见 包括 包车 白天 向导 于是 万一 关于 关心 关爱 ' +
    '华人 平安 时间 金额 余额 关键 江边 田地 路线 路上 房间 古迹 管理 管理员 龙虾 黄金 白色 钱包 方式 方案 方法 方向 ' +
    '任务 章程 简介 简单 温馨 温暖 游客 游戏 左右 欧元 易拉宝 康复 武术 安排 宁可 司机 关系 关闭 关注 单独 石头 高中 高一 高二 高三 ' +
    '马路 区别 单位 严重 严格 程序 洪水 谢谢 多谢 许多 何人 段落 季度 项目 齐全 申请 申报 申诉 全体 路费 车费 费用 付费 付款 付钱 ' +
    '高烧 高热 高考 华侨 施工 练习 游泳 包饭 包吃 包住 安心 常来 左边 康乐 钟点 毕业 祝福 祝好'
  ).split(' '),
)

/** Whether a text of Chinese characters is built like a name: a common surname, then one or two characters. */
export function hasSurname(text: string): boolean {
  const characters = [...text]
  if (words.has(text)) return false
  if (double.some((surname) => text.startsWith(surname)))
    return characters.length >= 3 && characters.length <= 4
  return single.includes(characters[0] ?? ' ') && characters.length >= 2 && characters.length <= 3
}
