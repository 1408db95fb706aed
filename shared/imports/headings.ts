import type { Column } from '../ledger/columns.ts'
import { columnsOf, type Ledger } from '../ledger/define.ts'
import { foldedMarks } from '../ledger/reading.ts'

/** 表头文字的规范写法：去掉空白、括号里的提示、星号与标点。例：normalHeading('* 出 生\n日期（必填）') //=> '出生日期' */
export const normalHeading = (text: string): string =>
  foldedMarks(text)
    .replace(/[\r\n\t\s]+/g, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^】]*】|〔[^〕]*〕|<[^<>]*>|《[^》]*》/g, '')
    .replace(/^[(【[].*?[)】\]]/g, '')
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/[*＊※★:;,.、，。：；"“”'‘’!！?？()【】[\]<>~—_-]/g, '')
    .toLowerCase()

/** 组头里说的是别人：父亲的姓名、紧急联系人的电话，都不是党员本人的。 */
const otherPerson =
  /父|母|配偶|爱人|丈夫|妻|子女|儿子|女儿|家属|家庭成员|主要成员|社会关系|紧急|介绍人|培养|联系人|联络人|监护|法人|法定|负责人|谈话人|经办|证明人|推荐人|书记|指导员|帮扶|结对|领导|申请人|被谈话/

export const aboutOthers = (path: HeaderPath, lexicon?: Lexicon): boolean =>
  path.slice(0, -1).some((group) => otherPerson.test(group) && !(lexicon && isOneself(group, lexicon)))

/** 台账里的人自己：申请人的名单上，“入党申请人情况”下面是他本人；“培养教育”“培养考察”是一件事，不是一个人。 */
const isOneself = (group: string, lexicon: Lexicon): boolean => {
  const bare = normalHeading(group).replace(/(基本)?(情况|信息|阶段)$/, '')
  return lexicon.get(`${bare}姓名`)?.field === 'name' || (lexicon.get('培养联系人')?.many === true && /培养(教育|考察|阶段)*$/.test(bare))
}

/** 组头里说的是别处：流入地的单位、转往的支部，不是现在的。 */
const elsewhere = /流入|流出|流动情况|转入|转出|转往|转接|接收/
const hereOnly = new Set(['name', 'employer', 'branchName', 'address', 'mobile', 'phone', 'job'])

/** 紧挨着别人的名字（紧急联系人、帮扶责任人、家庭成员姓名与关系）的电话是那个人的。例：['紧急联系人'] 右边的 ['联系电话'] */
export const isOthersPhone = (left: HeaderPath, field: string): boolean =>
  (field === 'mobile' || field === 'phone') && contact.test(normalHeading(left.at(-1) ?? ''))
const contact =
  /((?<!培养)联系人|联络[人员]|责任人|监护人|负责人|书记|委员|组长|主任|班长|队长|站长|家属|家长|配偶|爱人|父亲|母亲)(姓名)?$|(家庭成员|亲属)姓名$|^(与(本人|党员|成员)的?)?关系$|^称谓$/

const ownPrefix = /^(本人|党员|个人|成员|现)/
const hintSuffix = /(必填|选填|年月日|yyyy.*|格式.*)$/

/** 一个表头：从组头到叶子的各级文字。 */
export type HeaderPath = readonly string[]

export const headerText = (path: HeaderPath): string => path.map((part) => part.replace(/\s+/g, '')).join(' / ')

/** 记住对应时用的键：规范后的各级文字。 */
export const headerKey = (path: HeaderPath): string => path.map(normalHeading).filter(Boolean).join('|')

export interface Match {
  field: string
  /** 100 为标题本身，95 为别名，更低的是去掉前后缀才对上的。 */
  score: number
  /** 很短的通称（类别、状态）：值也要对得上才算。 */
  vague: boolean
  /** 这一栏可以占几列。 */
  many?: boolean
}

/** 认得的说法 → 字段。 */
export type Lexicon = ReadonlyMap<string, Match>

/** 说法不同、意思相同：时间与日期与年月、缴与交、号码与号、及与和与斜线。例：loosely('缴纳年月') 与 loosely('交纳时间') 相同 */
const loosely = (key: string): string =>
  `~${key
    .replace(/[/及与和的]/g, '')
    .replace(/缴/g, '交')
    .replace(/別/g, '别')
    .replace(/(时间|日期|年月日|年月)+$/, '时间')
    .replace(/号码$/, '号')}`

/** 值也要对得上才算：很短的通称（类别、入党），和本该写是否、状态的别名。 */
const isVague = ({ kind }: Column<unknown>, key: string) =>
  kind === 'yesNo' || (kind === 'choice' && (key.length <= 2 || /状态|党籍/.test(key))) || (kind === 'dayOrMonth' && key.length <= 2)

/** 由台账描述得出：标题与别名（写在前面的优先）；只出不进的列（年龄、党龄）不在内。 */
export function lexiconOf(ledger: Ledger): Lexicon {
  const words = new Map<string, Match>()
  const add = (text: string, field: string, score: number, column: Column<unknown>) => {
    const key = normalHeading(text)
    const vague = score < 100 && isVague(column, key)
    const offer = (word: string, worth: number) => {
      if (word.length > 1 && (words.get(word)?.score ?? 0) < worth)
        words.set(word, { field, score: worth, vague, ...(column.many && { many: true }) })
    }
    offer(key, score)
    offer(loosely(key), score - 3)
  }
  for (const { field, column } of columnsOf(ledger)) {
    if (column.derived) continue
    add(column.label, field, 100, column)
    for (const [at, synonym] of column.synonyms.entries()) add(synonym, field, 95 - at / 100, column)
  }
  return words
}

const lowered = (match: Match | undefined, by: number): Match | undefined => match && { ...match, score: match.score - by }

/** 一段表头文字对上哪个字段。“手机/电话”两边都是同一个字段才算。 */
export function matchText(text: string, lexicon: Lexicon): Match | undefined {
  const key = normalHeading(text)
  if (key === '') return undefined
  const known = (word: string) => lexicon.get(word) ?? lexicon.get(loosely(word))
  const exact = known(key)
  if (exact) return exact
  const bare = known(key.replace(ownPrefix, ''))
  if (bare) return lowered(bare, 5)
  const unhinted =
    lexicon.get(key.replace(hintSuffix, '')) ?? lexicon.get(key.replace(/[a-z]+/g, '')) ?? lexicon.get(key.replace(/[12一二]$/, ''))
  if (unhinted) return lowered(unhinted, 10)
  const parts = key.split(/[/或]/).filter(Boolean)
  const fields = parts.length > 1 ? parts.map((part) => lexicon.get(part)) : []
  return fields[0] && fields.every((match) => match?.field === fields[0]?.field) ? lowered(fields[0], 15) : undefined
}

/** 各级连起来读；组头里的“情况、信息”不算。例：['入党情况', '时间'] → 入党时间 */
function joinedMatch(path: HeaderPath, lexicon: Lexicon): Match | undefined {
  const last = path.slice(-2).join('')
  return matchText(path.join(''), lexicon) ?? matchText(last, lexicon) ?? matchText(last.replace(/(基本)?(情况|信息)/, ''), lexicon)
}

/**
 * 一个（可能多级的）表头对上哪个字段：先看连读（入党 + 时间），再看叶子；组头说的是别人时不看叶子。
 * @example matchHeader(['父亲', '姓名'], lexicon) //=> undefined
 */
export function matchHeader(path: HeaderPath, lexicon: Lexicon): Match | undefined {
  const leaf = path.at(-1)
  if (leaf === undefined) return undefined
  const groups = path.slice(0, -1)
  const joined = groups.length > 0 ? joinedMatch(path, lexicon) : undefined
  if (aboutOthers(path, lexicon)) return joined
  const part = /^(全日制|在职)(教育)?$/.test(normalHeading(leaf)) ? lowered(matchText(groups.at(-1) ?? '', lexicon), 20) : undefined
  const own = matchText(leaf, lexicon)
  if (own && hereOnly.has(own.field) && groups.some((group) => elsewhere.test(group))) return joined
  return joined ?? own ?? part
}

/** 表头里常见、但不对应字段的词，帮助认出哪一行是表头。 */
const commonHeading =
  /^(序号|编号|序|号|no|签名|签字|签到|备注|备考|照片|年龄|党龄|职务|职称|学位|专业|学号|工号|班级|部门|科室|单位|岗位|名称|类别|类型|状态|时间|日期|地点|内容|主题|金额|合计|人数|数量|次数|得分|分数|是否.{1,8}|.{1,12}(时间|日期|情况|姓名|名称|单位|电话|号码|编号|职务|人数|金额|方式|地址|意见|结果|签名|签字|原因|类别|年月|人|数|率|费))$/

export const looksLikeHeading = (text: string): boolean => commonHeading.test(normalHeading(text))

export const isSerialHeading = (path: HeaderPath): boolean =>
  /^(序号|编号|序|号|no|顺序|行号|序列|排序|人数)$/.test(normalHeading(path.at(-1) ?? ''))

/** 只出不进的列：年龄、党龄之类，常由公式算出。 */
export const isDerivedHeading = (path: HeaderPath, ledger: Ledger): boolean => {
  const leaf = normalHeading(path.at(-1) ?? '')
  return columnsOf(ledger).some(({ column }) => column.derived && normalHeading(column.label) === leaf)
}
