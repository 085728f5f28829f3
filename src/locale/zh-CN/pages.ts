/** 公开的网页：下载、核对证明。 */
export const pages = {
  lang: 'zh-CN',
  tooMany: {
    title: '请稍等一下',
    wait: (p: { minutes: number }) => `这里查得有点多了，请 ${p.minutes} 分钟后再试。`,
  },
  file: {
    title: '下载文件',
    ready: '文件准备好了。这个链接只能用一次，请在自己的设备上下载。',
    download: '下载',
    gone: '这个链接已经用过或过期了。回到聊天里把刚才那句话再说一次，就有新的链接。',
    unknown: '没有这个链接。请回到聊天里再要一次。',
  },
  verify: {
    title: '核对志愿服务记录证明',
    number: '编号',
    period: '服务期间',
    time: '已核实时长',
    status: '状态',
    states: { valid: '有效', withdrawn: '已撤回' },
    compare: '请和纸上的内容对一对；为保护个人信息，这里不显示姓名。',
    unknown: '没有找到这个编号的证明。请核对编号，例如 2026-7K3M-9QXP-4TRC。',
  },
}
