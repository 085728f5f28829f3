/** 语言 */
export const lang = {
  ask: '用哪种语言回复你？回复「中文」或「English」。',
  choices: ['中文', 'English'],
  done: '好的，以后用中文回复你。',
  next: '帮助',
}
