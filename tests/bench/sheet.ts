import * as xlsx from 'xlsx'
import { checkDigitOf } from '../../shared/members/id-number.ts'

const headers = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '身份证号',
  '出生年月',
  '学历',
  '入党时间',
  '转正时间',
  '手机号',
  '家庭住址',
  '工作单位',
  '备注',
]

const two = (n: number) => String(n).padStart(2, '0')

/** 第 n 个人的身份证号：虚构，校验正确，各不相同。 */
function idNumberOf(n: number): string {
  const first17 = `9990${two(Math.floor(n / 9000) + 1)}${1950 + (n % 45)}${two((n % 12) + 1)}15${String(n % 1000).padStart(3, '0')}`
  return first17 + checkDigitOf(first17)
}

/** 一张 rows 行的花名册：表名、填报单位、表头，然后是人。 */
export function rosterSheet(rows: number): Uint8Array {
  const people = Array.from({ length: rows }, (_, n) => [
    n + 1,
    `测试${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅卯辰巳午未申酉戌亥'[n % 12]}`,
    n % 2 ? '男' : '女',
    '汉族',
    idNumberOf(n),
    `${1950 + (n % 45)}年${(n % 12) + 1}月`,
    '大学本科',
    `${2000 + (n % 20)}.7.1`,
    `${2001 + (n % 20)}.7.1`,
    `1990${String(n).padStart(7, '0')}`,
    '江南省青禾市春晖路 1 号',
    '青禾市茶业商会',
    '',
  ])
  const sheet = xlsx.utils.aoa_to_sheet([['党员花名册'], ['填报单位：青禾市茶业商会党总支'], headers, ...people])
  const book = xlsx.utils.book_new(sheet, '党员')
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

/** 裸的读法：同一份字节，只让读表的库走一遍。 */
export const bareRead = (bytes: Uint8Array): number => {
  const book = xlsx.read(bytes, { dense: true, cellNF: true })
  return xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 }).length
}
