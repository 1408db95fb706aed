import type { Ledger } from '../ledger/define.ts'
import { folded } from '../ledger/reading.ts'
import type { Block } from './blocks.ts'
import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'
import { isDerivedHeading, isSerialHeading, type Lexicon, matchHeader, matchText, normalHeading } from './headings.ts'

export interface Body {
  grid: Grid
  head: TableHead | undefined
  block: Block
  ledger: Ledger
  lexicon: Lexicon
}

/** 分隔行里写明的、下面各行共有的事：第一党小组、预备党员。 */
export type Shared = { field: 'groupName' | 'branchName' | 'category'; text: string }

export type RowKind =
  | { kind: 'person' }
  | { kind: 'skip'; reason: string }
  | { kind: 'shared'; shared: Shared; reason: string }
  /** 看不懂的分隔行：上面的小组到此为止。 */
  | { kind: 'divider'; reason: string }
  | { kind: 'otherTable' }

const total = /^(合计|小计|总计|共计|累计|总人数|合计人数|人数合计|党员总数|合)([:：]?[\d\s]*(人|名)?)?$/
/** 姓名或它左边写着“出勤人数”“平均分”“应到”：是统计，不是人。 */
const tally = /^(.{0,8}(人数|人次|总数|总额|比例|出勤率|到会率|平均.{0,2}|百分比)|应到|实到|缺席|请假|出勤|缺勤|本页小计|本月合计)[:：]?$/
/** “一支部小计”“第二小组合计”：哪一段的统计都不是人。 */
const subtotal = /^.{1,20}(小计|合计|总计)$/
/** 考勤表日期下面的一行星期。 */
const weekday = /^((星期|周)?[一二三四五六日天])$/
/** 表下单独一行的落款：单位全称，或写全的日子。 */
const stamp =
  /(支部|总支|党委|委员会|支委会|办公室|有限公司|学院|党组)$|^[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$|^第\s*\d+\s*页|^打印(时间|日期)|^统计截[至止]/
const counted = /^(合计|小计|总计|共计|共)[:：]?\s*\d+\s*(人|名)/
const footer =
  /^(备注|注|说明|附注|注意|注意事项|填表说明|填写说明|提示|要求|数据来源|来源|填表人|填报人|制表人|制表|审核人|审核|负责人|经办人|联系人|统计人|登记人|填报单位|填表单位|填报日期|填报时间|填表日期|填表时间|制表日期|制表时间|统计时间|上报时间|日期|单位(（|\()|党支部书记(（|\(|[:：])|支部书记(（|\(|[:：])|书记签字|签字|签章|盖章|（盖章）|\(盖章\)|公章|（公章）|\(公章\)|.{0,20}(（|\()(公章|盖章|签章|签字|印章)(）|\)))/
const footerMark = /[:：]/
const example = /^[(（【[]?(例|示例|样例|范例|举例|填写示例|示范|例如|样表)[)）】\]]?([:：]|$|\d$)|[(（](示例|例|样例|举例)[)）]/
const deleteMe = /^(填写)?(示例|样例|范例)|请删除(此|本)行|(此|本)行请?删除|导入(前|时)请?删除/
const hint = /必填|选填|请填|填写|请输入|请选择|下拉|格式|例如|^如[:：]|yyyy|文本格式/i
const notAName = /党员|积极分子|发展对象|申请人|小组|支部|支委|委员会|名单|名册|人员|部门|在职|退休|离休|学生|教工|职工/
const personLike = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{2,12}·[\u3400-\u9fff·]{1,20}$/

/** 不能说明有这个人的内容：序号、算出来的列、公式错误、0、预填的支部与“否”“正常”。 */
function tells(body: Body, row: number, column: number): boolean {
  const { grid, head, block, ledger } = body
  const path = head?.paths.get(column) ?? []
  const cell = grid.own(row, column)
  if (!cell || cell.kind === 'error' || isSerialHeading(path) || isDerivedHeading(path, ledger)) return false
  const field = block.fields.get(column)
  if (field === 'branchName' || field === 'groupName') return false
  return !/^(0|否|正常|汉族?)$/.test(folded(cell.text).trim())
}

/** 先比字面和首字，多半不必规范。 */
const sameHeading = (one: string, other: string) =>
  other !== '' &&
  (one === other || (one.length <= 40 && one.charCodeAt(0) === other.charCodeAt(0) && normalHeading(one) === normalHeading(other)))

/** 这一行与表头的某一行大半相同。 */
function repeatsHead({ grid, head }: Body, row: number, columns: number[]): boolean {
  if (!head) return false
  return Array.from({ length: head.bottom - head.top + 1 }, (_, at) => head.top + at).some((line) => {
    const equal = columns.filter((column) => sameHeading(grid.text(row, column), grid.text(line, column)))
    return equal.length >= Math.max(2, columns.length * 0.6)
  })
}

/** 又一行表头：各列说的还是同样的事就是重复的，否则下面是另一张表（入党时间的位置换成了申请时间）。 */
function headAgain(body: Body, row: number, columns: number[], name: string): RowKind | undefined {
  const { grid, head, block, lexicon } = body
  const named = name.length <= 8 && matchText(name, lexicon)?.field === 'name'
  if (!head || !(named || repeatsHead(body, row, columns))) return undefined
  const differs = columns.some((column) => {
    const [here, mapped] = [grid.text(row, column), block.fields.get(column)]
    return (
      !sameHeading(here, grid.text(head.bottom, column)) &&
      differing(matchHeader([...groupsOver(head, column), here], lexicon)?.field, mapped, block)
    )
  })
  return named && differs ? { kind: 'otherTable' } : { kind: 'skip', reason: '重复的表头' }
}

/** 原来对应的字段换了，或者多出一个原来没有的字段。 */
const differing = (field: string | undefined, mapped: string | null | undefined, block: Block) =>
  mapped ? field !== mapped : field !== undefined && ![...block.fields.values()].includes(field)

const groupsOver = (head: TableHead, column: number) => (head.paths.get(column) ?? []).slice(0, -1)

const bareGroup = (text: string) =>
  folded(text)
    .replace(/^([一二三四五六七八九十\d]+[、.．]|[(（][一二三四五六七八九十\d]+[)）])\s*/, '')
    .replace(/^(所在|所属)?(党小组|党支部|支部|小组|类别)(名称)?[:：]/, '')
    .replace(/[(（].*$/, '')
    .replace(/[:：]?\s*(共?\s*\d+\s*[人名])?[:：]?\s*$/, '')
    .replace(/\s/g, '')
    .replace(/(花名册|名册|名单|人员|情况)$/, '')

/** 已经不在支部的人另列一段：已转出党员、去世人员。 */
export const departed = /^(已|新)?(转出|转走|调出|调走|去世|死亡|亡故|病故|出党|除名|退党|脱党|开除|自行脱党)(的)?(中共)?(党员|人员|同志)?$/

/** 单独一格的分隔行说的是小组、支部还是类别。 */
export function sharedFrom(text: string): Shared | undefined {
  const bare = bareGroup(text)
  if (bare.length > 30) return undefined
  if (/小组$/.test(bare)) return { field: 'groupName', text: bare }
  if (/支部$/.test(bare)) return { field: 'branchName', text: bare }
  if (/^(在册)?(中共)?正式党员$/.test(bare)) return { field: 'category', text: '正式党员' }
  if (/^(中共)?预备党员$/.test(bare)) return { field: 'category', text: '预备党员' }
  return /^(入党)?(积极分子|发展对象|申请人)$/.test(bare) || departed.test(bare) ? { field: 'category', text: bare } : undefined
}

function lonely(body: Body, row: number, column: number, nameColumn: number | undefined): RowKind | undefined {
  const text = body.grid.text(row, column)
  const merge = body.grid.mergeAt(row, column)
  const wide = merge !== undefined && merge.right - merge.left >= 2
  if (column === nameColumn && !wide && personLike.test(text.replace(/\s/g, '')) && !notAName.test(text)) return undefined
  if (isSerialHeading(body.head?.paths.get(column) ?? []) && /^\d+$/.test(text)) return { kind: 'skip', reason: '只有预印的序号，没有填人' }
  if (text.length > 60) return { kind: 'skip', reason: '说明文字，不是人' }
  if (column === nameColumn && !wide && body.block.fields.size <= 2 && !notAName.test(text)) return undefined
  if (!wide && column > body.block.left && column !== nameColumn && body.block.fields.get(column) && text.length <= 15) return undefined
  return text.length > 15 ? { kind: 'skip', reason: '说明文字，不是人' } : { kind: 'divider', reason: `分隔行“${text}”` }
}

/** 表下面的话：备注、填表人、公章、数据来源……只看没有填到姓名里的，或者姓名一格带冒号的。 */
function isFooter(texts: string[], name: string): boolean {
  const first = (texts[0] ?? '').replace(/\s/g, '')
  const loose = name === '' || footerMark.test(name) || footer.test(name)
  if (/^(备注|注|附注|说明|注意|数据来源|来源|填表说明|填写说明)\d*[:：]/.test(first)) return true
  return loose && (footer.test(first) || texts.filter((text) => footerMark.test(text)).length >= Math.max(1, texts.length * 0.5))
}

/** 整行最左一格是“列席人员：”“记录人：张三”：右边并排的一块里也不是名单。 */
const opensFooter = (text: string) => /^[\u3400-\u9fff（()）\s]{2,10}[:：]/.test(text)

/** 栏号行：1 2 3 4 或 甲 乙 1 2。 */
const isColumnNumbers = (texts: string[]) =>
  texts.length >= 3 &&
  texts.every((text) => /^[（(]?(\d{1,2}|[甲乙丙丁戊]|栏次)[)）]?$/.test(text)) &&
  texts
    .map((text) => Number(text.replace(/\D/g, '')))
    .filter((n) => n > 0)
    .every((n, at, all) => at === 0 || n === (all[at - 1] ?? 0) + 1)

/** 姓名一格写的是“性别”“月份”这样的栏目名：下面的统计表，或横着排的表。 */
const isWordsOnly = ({ lexicon }: Body, name: string, texts: string[]) =>
  (name !== '' &&
    name.length <= 8 &&
    texts.length >= 2 &&
    !/\d/.test(name) &&
    (/^(月份|金额|职务|党员|比例|签名|签字)$/.test(name) || matchText(name, lexicon) !== undefined)) ||
  (name === '' && texts.length >= 2 && texts.every((text) => weekday.test(text.replace(/\s/g, ''))))

/**
 * 表头以下的一行是一个人，还是不该当作人的行（并说出为什么）。
 * @example rowKind(body, 12) //=> { kind: 'skip', reason: '合计行' }
 */
export function rowKind(body: Body, row: number): RowKind {
  const { grid, head, block, lexicon } = body
  const nameColumn = [...block.fields].find(([, field]) => field === 'name')?.[0]
  const columns = grid
    .filled(row)
    .filter(
      (column) => column >= block.left && column <= block.right && (!grid.sheet.hiddenColumns.includes(column) || block.fields.get(column)),
    )
  if (columns.length === 0) return { kind: 'skip', reason: '空行' }
  const texts = columns.map((column) => grid.text(row, column))
  const name = nameColumn === undefined ? '' : folded(grid.own(row, nameColumn)?.text ?? '').trim()
  const left = columns.filter((column) => column <= (nameColumn ?? block.right)).map((column) => grid.text(row, column).replace(/\s/g, ''))
  if ([...left, name].some((text) => total.test(text) || counted.test(text) || tally.test(text) || subtotal.test(text)))
    return { kind: 'skip', reason: '合计行' }
  const again = headAgain(body, row, columns, name)
  if (again) return again
  if (head && row === head.bottom + 1 && isColumnNumbers(texts)) return { kind: 'skip', reason: '栏号行' }
  if (left.some((text) => example.test(text)) || texts.some((text) => deleteMe.test(text)))
    return { kind: 'skip', reason: '模板里的示例行' }
  if (head && row <= head.bottom + 2 && (hint.test(name) || (name === '' && texts.some((text) => hint.test(text)))))
    return { kind: 'skip', reason: '填写说明行' }
  const shared = columns.length === 1 ? sharedFrom(texts[0] ?? '') : undefined
  if (shared) return { kind: 'shared', shared, reason: `分隔行“${texts[0]}”` }
  if (name === '' && texts.every((text) => stamp.test(text.replace(/\s/g, '')))) return { kind: 'skip', reason: '表下的备注、落款' }
  if (isFooter(texts, name) || opensFooter(grid.text(row, grid.filled(row)[0] ?? 0))) return { kind: 'skip', reason: '表下的备注、落款' }
  const matched = texts.some((text) => text.length <= 12 && text.includes('名')) ? texts.map((text) => matchText(text, lexicon)?.field) : []
  if (head && matched.includes('name') && matched.filter(Boolean).length >= 3 && matched.filter(Boolean).length >= texts.length * 0.5)
    return { kind: 'otherTable' }
  if (isWordsOnly(body, name, texts)) return { kind: 'skip', reason: '别的表头或统计，不是人' }
  const merge = nameColumn === undefined ? undefined : grid.mergeAt(row, nameColumn)
  if (merge && merge.top < row && merge.top > (head?.bottom ?? -1) && merge.left === merge.right)
    return { kind: 'skip', reason: `与第 ${merge.top + 1} 行是同一个人（姓名合并）` }
  if (columns.length === 1) {
    const alone = lonely(body, row, columns[0] as number, nameColumn)
    if (alone) return alone
  }
  if (name === '' && !columns.some((column) => tells(body, row, column))) return { kind: 'skip', reason: '只有预印的序号，没有填人' }
  return { kind: 'person' }
}
