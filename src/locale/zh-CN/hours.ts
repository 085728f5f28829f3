/** 时长 */
export const hours = {
  ever: '到现在为止',
  totals: (p: { period: string; verified: string; pending: string; rejected: string }) =>
    `你的服务时长（${p.period}）\n已核实：${p.verified}\n待核实：${p.pending}\n未通过：${p.rejected}`,
  states: {
    pending: '待核实',
    seconding: '等第二位社工核实',
    verified: '已核实',
    rejected: '未通过',
    void: '已更正',
  },
}
