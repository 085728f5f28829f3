import type { Grammar } from '../grammar.ts'
import { type MasterData, masterDataQuestions, masterDataShape, readNames, readVerb } from '../master-data.ts'

/** `类别 新建 助老服务`, `类别 改名 助老服务 老人服务`, `类别 停用 助老服务`; `类别` alone lists them. */
export const categoryGrammar: Grammar<MasterData> = {
  name: 'category',
  words: {
    'zh-CN': ['类别', '服务类别', '类别新建', '新建类别', '类别改名', '类别停用', '类别启用'],
    en: ['category', 'categories'],
  },
  shape: masterDataShape,
  read(rest, _reading, how) {
    const read = readVerb(rest, how?.word)
    if (!read) return undefined
    const { verb, said } = read
    const names = readNames(verb, said)
    return names && { args: { verb, ...names }, ...(said === '' && { loose: true }) }
  },
  questions: masterDataQuestions,
  needs: 'admin',
  where: 'anywhere',
}
