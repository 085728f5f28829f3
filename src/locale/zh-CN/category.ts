/** 类别 */
export const category = {
  list: (p: { names: string }) => `服务类别：${p.names || '还没有'}。\n说「类别 新建 助老服务」加一个。`,
  between: '、',
  notYours: '类别大家都在用，请总管理员来改。',
  askName: '哪个类别？回复它的名字。',
  askNewName: (p: { name: string }) => `「${p.name}」要改叫什么？`,
  badName: '类别名请用 20 个字以内，不带空格、逗号、顿号和竖线，也不要只有数字，例如「助老服务」。',
  unknown: (p: { name: string }) => `没有叫「${p.name}」的类别。回复「类别」看看有哪些。`,
  exists: (p: { name: string; closed: boolean }) =>
    p.closed ? `类别「${p.name}」已停用，要再用就说「类别 启用 ${p.name}」。` : `已经有类别「${p.name}」了。`,
  made: (p: { name: string }) => `建好了，发布活动时可以用类别「${p.name}」。`,
  checkRename: (p: { name: string; to: string }) =>
    `把类别「${p.name}」改名为「${p.to}」？活动和时长记录都跟着改。对的话回复「是」。`,
  renamed: (p: { name: string; to: string }) => `改好了：类别「${p.name}」现在叫「${p.to}」。`,
  checkClose: (p: { name: string }) =>
    `停用类别「${p.name}」？以后发布活动不能再用，已有的时长照样算。对的话回复「是」。`,
  closed: (p: { name: string }) => `类别「${p.name}」已停用。要再用就说「类别 启用 ${p.name}」。`,
  reopened: (p: { name: string }) => `类别「${p.name}」又可以用了。`,
}
