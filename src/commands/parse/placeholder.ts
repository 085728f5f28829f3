/** What our own hints say in the place of a name: said back word for word it is nobody's. */
const placeholders = new Set([
  '姓名',
  '名字',
  '你的姓名',
  '你的名字',
  '您的姓名',
  '您的名字',
  '我的姓名',
  '我的名字',
  '孩子的姓名',
  '孩子的名字',
  '孩子姓名',
  'name',
  'your name',
  'my name',
  "child's name",
])

/** Whether a text stands for a name and is none: `你的姓名`, also in the brackets hints are written in. */
export const isPlaceholder = (text: string): boolean =>
  placeholders.has(
    text
      .replace(/[\s"'“”「」『』<>()[\]{}]+/g, ' ')
      .trim()
      .toLowerCase(),
  )
