/** Words of somebody in danger, or of somebody who sees it. Few, so that nobody is frightened by a mistake. */
const urgent = [
  '救命',
  '不想活',
  '活不下去',
  '想死',
  '自杀',
  '轻生',
  '割腕',
  '跳楼',
  '结束生命',
  '晕倒',
  '昏倒',
  '晕过去',
  '昏过去',
  '昏迷',
  '不省人事',
  '摔倒了',
  '摔伤',
  '摔了一跤',
  '跌倒了',
  '跌伤',
  '没有呼吸',
  '喘不过气',
  '大出血',
  '心脏病发',
  '溺水',
  '落水了',
  '走失了',
  '走丢了',
  '老人不见了',
  '孩子不见了',
  '小孩不见了',
  '人不见了',
  '着火了',
  'suicide',
  'kill myself',
  'want to die',
  'has collapsed',
  'not breathing',
  'unconscious',
  'has fallen',
  'is missing',
  'this is an emergency',
]

/** Sayings that hold such a word and mean no harm. */
const harmless = ['想死你', '想死我', '跳楼价']

/** Whether a text has one of those words. Looked at only when somebody speaks to us. */
export function isUrgent(text: string): boolean {
  const lower = harmless.reduce((rest, saying) => rest.replaceAll(saying, ''), text.toLowerCase())
  return urgent.some((word) => lower.includes(word))
}
