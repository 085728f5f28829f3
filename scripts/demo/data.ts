/** Twelve stations and, of the district's 62 teams, two for each. No 南园队: that one a newcomer makes. */
export const stations: readonly { name: string; teams: readonly string[] }[] = [
  { name: '园岭站', teams: ['园岭助老队', '园岭学伴队'] },
  { name: '南园站', teams: ['南园普法队', '南园环保队'] },
  { name: '福田站', teams: ['福田助残队', '福田助老队'] },
  { name: '沙头站', teams: ['沙头环保队', '沙头助老队'] },
  { name: '梅林站', teams: ['梅林普法队', '梅林学伴队'] },
  { name: '莲花站', teams: ['莲花助老队', '莲花热线队'] },
  { name: '华富站', teams: ['华富助残队', '华富培训队'] },
  { name: '香蜜湖站', teams: ['香蜜湖环保队', '香蜜湖助老队'] },
  { name: '福保站', teams: ['福保学伴队', '福保助残队'] },
  { name: '华强北站', teams: ['华强北普法队', '华强北帮教队'] },
  { name: '景田站', teams: ['景田病友队', '景田助老队'] },
  { name: '新洲站', teams: ['新洲学伴队', '新洲环保队'] },
]

/** Teams of companies and schools. */
export const groupTeams = ['百花中学团体队', '红荔医院团体队'] as const

/** What activities are about: how a team's name ends says which of them it offers. */
export const themes: readonly {
  ending: string
  title: string
  category: string
  place: string
  risk?: string
  skills?: string[]
  minAge?: number
}[] = [
  { ending: '助老队', title: '探访独居老人', category: '老人服务', place: '社区老人日间中心' },
  { ending: '学伴队', title: '放学后功课辅导', category: '学生服务', place: '社区图书馆' },
  {
    ending: '普法队',
    title: '周末法律咨询',
    category: '法律援助',
    place: '社区服务大厅',
    skills: ['法律援助'],
  },
  {
    ending: '环保队',
    title: '河岸清洁',
    category: '环保服务',
    place: '深圳河步道入口',
    risk: '水边路滑，请穿防滑鞋',
  },
  {
    ending: '助残队',
    title: '陪伴残障朋友出行',
    category: '残疾人服务',
    place: '残疾人服务中心',
    minAge: 16,
  },
  { ending: '热线队', title: '青少年热线值班', category: '青少年热线服务', place: '热线值班室', minAge: 18 },
  { ending: '培训队', title: '长者手机课堂', category: '培训服务', place: '社区教室' },
  { ending: '帮教队', title: '帮教小组见面会', category: '帮教服务', place: '司法所会议室', minAge: 18 },
  { ending: '病友队', title: '医院陪诊', category: '病人服务', place: '医院门诊大厅' },
]

/** Forty people who do not exist. The first twelve are social workers, each of a station. */
export const names = `陈晓岚 李文博 王雅琴 张立新 刘思远 黄嘉敏 周建国 吴小燕 徐志强 孙丽华
   胡永康 朱秀兰 高翔宇 林美玲 何俊杰 郭春梅 马天佑 罗婉婷 梁国栋 宋佳怡
   郑海涛 谢晓彤 韩雪松 唐子涵 冯玉洁 于长河 董梦琪 萧一鸣 程桂芳 曹振华
   袁静怡 邓家豪 许诺言 傅红梅 沈亦飞 曾凡星 彭月娥 吕思齐 苏晚晴 卢大勇`.split(/\s+/)
