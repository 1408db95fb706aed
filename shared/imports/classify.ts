import type { SheetKind } from './contract.ts'
import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'
import { isSerialHeading, type Lexicon, matchHeader, matchText, normalHeading } from './headings.ts'

/** 登记表、采集表上常见的栏目，字段之外的。 */
const formLabel =
  /^(照片|一寸照片|职称|学位|健康状况|婚姻状况|家庭主要成员|主要简历|个人简历|本人简历|奖惩情况|本人签字|签字|政治面貌|曾用名|出生地|户籍所在地|户口所在地|邮编|电子邮箱|微信号?|qq号?|毕业时间|技术职称|入党介绍人|介绍人|申请书|申请时间|审批意见|支部意见|党委意见|备注|信息采集员|联系电话|现任职务|职务)$/

const isLabel = (text: string, lexicon: Lexicon) => {
  const key = normalHeading(text)
  return key.length > 0 && key.length <= 14 && (matchText(text, lexicon) !== undefined || formLabel.test(key))
}

/** 标签散在许多行、姓名下面还是标签：一人一张的登记表，不是名单。 */
function isForm(grid: Grid, lexicon: Lexicon): boolean {
  const rows = grid.rows.slice(0, 80)
  const signatures = new Set<string>()
  let [labels, labelled] = [0, 0]
  for (const row of rows) {
    const found = grid.filled(row).filter((column) => isLabel(grid.text(row, column), lexicon))
    const signature = found.map((column) => `${column}${normalHeading(grid.text(row, column))}`).join('|')
    if (found.length === 0 || signatures.has(signature)) continue
    signatures.add(signature)
    labels += found.length
    labelled++
  }
  if (labels < 5 || labelled < 3 || labelled < rows.length * 0.3) return false
  const names = rows.flatMap((row) =>
    grid
      .filled(row)
      .filter((column) => matchText(grid.text(row, column), lexicon)?.field === 'name')
      .map((column) => [row, column] as const),
  )
  if (names.length === 0) return labelled >= 5
  const [row, column] = names[0] as readonly [number, number]
  const under = grid.rows.find((next) => next > (grid.mergeAt(row, column)?.bottom ?? row))
  const below = under === undefined ? '' : grid.text(under, column)
  return labelled >= 4 && (below === '' ? labelled >= 5 : isLabel(below, lexicon))
}

const numeric = (text: string) => /^-?[\d.,，]+[%％]?$/.test(text) && text.length < 7 && !/^(19|20)\d{2}[.]\d/.test(text)

/** 没有姓名、内容多半是数字：统计表。 */
function isStatistics(grid: Grid, head: TableHead | undefined, lexicon: Lexicon): boolean {
  if (head && [...head.paths.values()].some((path) => matchHeader(path, lexicon)?.field === 'name')) return false
  const first = head ? head.bottom + 1 : 0
  const rows = grid.rows.filter((row) => row >= first)
  const serial = new Set([...(head?.paths ?? [])].filter(([, path]) => isSerialHeading(path)).map(([column]) => column))
  const texts = rows.flatMap((row) => grid.filled(row).flatMap((column) => (serial.has(column) ? [] : [grid.text(row, column)])))
  const numbers = texts.filter(numeric).length
  const titled = grid.rows
    .filter((row) => row < first || !head)
    .slice(0, 3)
    .some((row) => grid.filled(row).some((column) => /统计|汇总|年报|情况表|分析/.test(grid.text(row, column))))
  return numbers >= 3 && numbers >= texts.length * (titled ? 0.25 : 0.5)
}

/**
 * 这张表是什么：名单、一人一张的登记表、统计表，还是空的。
 * @example classify(grid, findTable(grid, lexicon), lexicon) //=> 'form'
 */
export function classify(grid: Grid, head: TableHead | undefined, lexicon: Lexicon): SheetKind {
  if (grid.lastRow < 0) return 'empty'
  if (isForm(grid, lexicon)) return 'form'
  if (isStatistics(grid, head, lexicon)) return 'statistics'
  if (head) return 'table'
  return headless(grid) ? 'table' : 'empty'
}

/** 没有表头，但有一列像人名、旁边有号码：让人自己指定各列。 */
function headless(grid: Grid): boolean {
  const people = grid.rows.filter((row) => {
    const texts = grid.filled(row).map((column) => grid.text(row, column))
    return (
      texts.length >= 2 && texts.some((text) => /^[\u3400-\u9fff]{2,4}$/.test(text)) && texts.some((text) => /\d{6,}|^(男|女)$/.test(text))
    )
  })
  return people.length >= 2 && people.length >= grid.rows.length * 0.5
}
