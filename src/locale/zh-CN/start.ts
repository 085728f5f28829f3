/** 订阅 */
export const start = {
  done: '好的，有召集会再发给你。回复「活动」看看现在有什么。',
  next: '活动',
}
