type Field = 'places' | 'place' | 'title' | 'meetAt' | 'bring' | 'time'

/** What things about an activity are called; longer words before those they begin with. */
const words: readonly [RegExp, Field][] = [
  [/^(?:集合地点|集合点|集合|meeting point|meet at)/i, 'meetAt'],
  [/^(?:人数|名额|places)/i, 'places'],
  [/^(?:地点|地方|地址|place)/i, 'place'],
  [/^(?:标题|名称|名字|title)/i, 'title'],
  [/^(?:要带|请带|携带|bring)/i, 'bring'],
  [/^(?:时间|日期|time|date)/i, 'time'],
]
const joint = /^[\s:,]*(?:改为|改成|改到|换成|to )?[\s:,]*/i
const latin = /[a-z]/i

/** `人数改为 15`, `集合点 东门`: one thing and what it is to be. A new time is read no further: it is for 改期. */
export function readChange(
  text: string,
): { field: 'time' } | { field: 'places'; value: number } | { field: Field; value: string } | undefined {
  for (const [word, field] of words) {
    const said = word.exec(text)?.[0]
    if (!said || (latin.test(said) && latin.test(text.charAt(said.length)))) continue
    if (field === 'time') return { field }
    const value = text.slice(said.length).replace(joint, '')
    if (value === '' || value.length > 80 || value.includes('\n')) return undefined
    if (field !== 'places') return { field, value }
    const places = Number(/^(\d{1,6}) ?(?:人|个人|位|个|名|people|places)?$/i.exec(value)?.[1])
    return places >= 1 && places <= 100_000 ? { field, value: places } : undefined
  }
  return undefined
}
