/** 专长 */
export const skills = {
  command: (p: { skills: string }) => `专长 ${p.skills}`,
  none: '还没有记下你的专长。例如说「专长 急救、粤语」，有需要的活动就能找到你。',
  known: (p: { skills: string }) => `你的专长：${p.skills}。要改就重新说一遍，例如「专长 急救、粤语」。`,
  noted: (p: { skills: string }) => `记下了，你的专长：${p.skills}。`,
  cleared: '好的，你的专长清空了。',
}
