/** Words of somebody in danger, or of somebody who sees it. Few, so that nobody is frightened by a mistake. */
const urgent = [
  '救命',
  '不想活',
  '想死',
  '自杀',
  '轻生',
  '晕倒了',
  '昏倒了',
  '摔倒了',
  '摔伤了',
  '没有呼吸',
  '大出血',
  '走失了',
  '走丢了',
  '着火了',
  'suicide',
  'kill myself',
  'want to die',
  'has collapsed',
  'emergency',
]

/** Whether a text has one of those words. Looked at only when somebody speaks to us. */
export function isUrgent(text: string): boolean {
  const lower = text.toLowerCase()
  return urgent.some((word) => lower.includes(word))
}
