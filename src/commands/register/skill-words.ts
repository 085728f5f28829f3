import { words } from '../parse/take.ts'

/**
 * What people say they can do. Only these answer the last question of registering, since anything may be said after it
 * and must not be taken for a skill; `专长` takes every word.
 */
const common = new Set(
  [
    '急救 救护 护理 护士 医护 医生 中医 按摩 康复 心理 心理咨询 养老护理 救生 消防',
    '粤语 白话 普通话 国语 英语 英文 日语 韩语 法语 客家话 潮汕话 潮州话 闽南语 翻译 手语 盲文',
    '电脑 手机 编程 维修 修理 家电维修 水电 电工 木工 缝纫 裁缝 编织 理发 剪发 烹饪 做饭 烘焙 园艺 种花 手工 剪纸',
    '摄影 拍照 摄像 剪辑 视频 设计 写作 写稿 书法 画画 绘画 美术 音乐 唱歌 合唱 舞蹈 跳舞 乐器 钢琴 吉他 戏曲 朗诵',
    '驾驶 开车 司机 体育 游泳 跑步 羽毛球 乒乓球 篮球 足球 武术 太极 太极拳 瑜伽 棋 象棋 围棋',
    '法律 法律援助 财务 会计 教学 教书 辅导 功课辅导 讲课 讲解 导游 主持 策划 活动策划 宣传 带队 社工',
    'first-aid nursing medicine massage counselling cantonese mandarin english japanese korean french translation',
    'sign-language computers programming repairs electrics carpentry sewing haircuts cooking baking gardening',
    'photography video design writing calligraphy painting music singing dance piano guitar driving swimming sports',
    'law accounting teaching tutoring guiding hosting planning',
  ].flatMap((line) => line.split(' ')),
)

/** `粤语和太极` is two. */
function apart(word: string): string[] {
  const parts = word.split(/[和与跟]/)
  return parts.every((part) => common.has(part)) ? parts : [word]
}

/** Skills said as an answer: the first must be one that we know. */
export function readSkills(text: string): string[] | undefined {
  const said = text
    .replace(/^(?:我?(?:会|懂|能)|i (?:can|know) )\s*/i, '')
    .replace(/[。.!！]$/, '')
    .replace(/\b(first) (aid)\b|\b(sign) (language)\b/gi, (two) => two.replace(' ', '-'))
  const skills = [...new Set(words(said.replace(/\s+and\s+/gi, ' ')).flatMap(apart))]
  const fits = skills.length <= 10 && skills.every((one) => /^\p{L}[\p{L}-]{0,19}$/u.test(one))
  return fits && common.has(skills[0]?.toLowerCase() ?? '') ? skills : undefined
}
