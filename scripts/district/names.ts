import { stations as areas, themes } from '../demo/data.ts'

/** What 12 stations hold: 62 service teams, the district's number (survey of Futian, Shenzhen, 2008). */
export const serviceTeams = 62
/** And 30 teams of companies and schools. */
export const groupTeams = 30

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹']
const first = [...'建国晓秀志文丽海春玉思家雅立嘉小永美俊桂静天佳雪子于一梦程振凡亦诺']
const second = [...'华英明芳伟敏军红强兰平霞刚燕辉梅杰玲勇琴斌娟鹏慧']

const kinds = ['中学', '医院', '银行', '书店', '物业', '科技', '物流', '酒店', '幼儿园', '社区学院']
const owners = ['景秀', '红岭', '益田']

/** The n-th name: the same for the same n, and namesakes only after 23,760 of them. */
export function personName(n: number): string {
  const at = <Value>(list: readonly Value[], index: number) => list[index % list.length]
  const byFirst = Math.floor(n / surnames.length)
  const bySecond = Math.floor(byFirst / first.length)
  return `${at(surnames, n)}${at(first, byFirst)}${at(second, bySecond)}`
}

/** A team and where it belongs; `category` is what it mostly does. */
export type DistrictTeam = {
  name: string
  kind: 'service' | 'group'
  station: string
  theme: (typeof themes)[number]
}

/** The district's stations and teams. No 南园队: that one a newcomer makes. */
export function districtTeams(): { stations: string[]; teams: DistrictTeam[] } {
  const stations = areas.map(({ name }) => name)
  // Every theme at every third station, then one theme on: no pair twice within 108.
  const service = Array.from({ length: serviceTeams }, (_, i) => {
    const station = stations[i % stations.length] ?? ''
    const theme = themeAt(i + Math.floor(i / 36))
    return { name: `${station.slice(0, -1)}${theme.ending}`, kind: 'service' as const, station, theme }
  })
  const group = owners
    .flatMap((owner) => kinds.map((kind) => `${owner}${kind}团体队`))
    .slice(0, groupTeams)
    .map((name, i) => ({
      name,
      kind: 'group' as const,
      station: stations[i % stations.length] ?? '',
      theme: themeAt(i),
    }))
  return { stations, teams: [...service, ...group] }
}

const themeAt = (i: number) => themes[i % themes.length] as DistrictTeam['theme']
