import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { masterDataQuestions, masterDataShape, readNames, readVerb } from '../master-data.ts'

const shape = masterDataShape.extend({
  kind: z.enum(['service', 'group', 'station']).optional(),
  station: z.string().optional(),
})
type Args = z.infer<typeof shape>

const kinds = new Map<string, NonNullable<Args['kind']>>([
  ['服务队', 'service'],
  ['service', 'service'],
  ['团体队', 'group'],
  ['团体', 'group'],
  ['group', 'group'],
])
const stationWord = /站|station/

/**
 * `队 新建 南园队 [| 园岭站] [| 团体队]`, `站 新建 园岭站`, `队 改名 南园队 南园助老队`, `队 停用 南园队`; `队` alone
 * lists them. The verb may stand in the word: `队新建 南园队`.
 */
export const teamGrammar: Grammar<Args> = {
  name: 'team',
  words: {
    'zh-CN': [
      '队',
      '队伍',
      '站',
      '站点',
      ...['新建', '改名', '停用', '启用'].flatMap((verb) => [`队${verb}`, `站${verb}`]),
      '新建队',
      '新建站',
    ],
    en: ['team', 'teams', 'station', 'stations'],
  },
  shape,
  read(rest, { snapshot }, { word } = { word: '', between: '' }) {
    const read = readVerb(rest, word)
    if (!read) return undefined
    const { verb, said } = read
    const station = stationWord.test(word)
    if (verb === 'list') return { args: { verb }, loose: true }
    if (said === '') return { args: { verb, ...(station && { kind: 'station' }) }, loose: true }
    if (verb === 'new') return readNew(said, { stations: snapshot.stations, station })
    const names = readNames(verb, said)
    return names && { args: { verb, ...names } }
  },
  questions: masterDataQuestions,
  needs: 'admin',
  where: 'anywhere',
}

/** Name, station and kind, with bars or spaces between them. */
function readNew(
  said: string,
  { stations, station }: { stations: readonly string[]; station: boolean },
): { args: Args } | undefined {
  const [name = '', ...rest] = said.split(/\s*\|\s*|\s+/).filter(Boolean)
  if (name === '' || name.length > 40) return undefined
  let kind: Args['kind'] =
    station || name.endsWith('站') ? 'station' : name.includes('团体') ? 'group' : 'service'
  let at: string | undefined
  for (const part of rest) {
    if (kinds.get(part)) kind = kinds.get(part)
    else if (at === undefined && kind !== 'station' && (stations.includes(part) || part.endsWith('站')))
      at = part
    else return undefined
  }
  return { args: { verb: 'new', name, kind, ...(at && { station: at }) } }
}
