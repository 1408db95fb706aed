import { showFen } from '../kit/money.ts'
import { type Column, money, text } from '../ledger/columns.ts'
import type { Ledger } from '../ledger/define.ts'
import { folded, type Reading, readFen } from '../ledger/reading.ts'
import { duesRegisterLedger } from './ledger.ts'

/** 一年十二格的字段，与收缴台账的列同名。 */
export const MONTH_FIELDS = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const

const marks: [RegExp, string][] = [
  [/^免交?$/, '免'],
  [/^转[出入走]?$/, '转'],
  [/^停(交|止党籍)?$/, '停'],
]

/**
 * 一格实交：金额，或免、转、停；“补15”“15(补)”是过后补交的。打勾的没有写金额，不猜。
 * @example readPaid('15元（补）') → { value: '补15.00' }
 */
export const readPaid = (input: string): Reading<string | null> => {
  const plain = folded(input).replace(/\s/g, '')
  const mark = marks.find(([pattern]) => pattern.test(plain))
  if (mark) return { value: mark[1] }
  if (/^[√✓✔☑]+$/.test(plain)) return { problem: `“${plain}”没有写金额，请写上交了多少` }
  const late = /补/.test(plain)
  const bare = plain.replace(/[(（]?补[交缴]?[)）]?/g, '')
  if (late && bare === '') return { problem: '只写了“补”，没有金额' }
  const reading = readFen(bare)
  if ('problem' in reading) return { problem: reading.problem }
  if (reading.value === null || reading.value === 0) return { value: null }
  if (reading.value < 0) return { problem: `“${plain}”是负数；退回的请在党费里冲销` }
  return { value: `${late ? '补' : ''}${showFen(reading.value)}` }
}

/** 读好的一格里的金额；免、转、停是零。例：fenIn('补15.00') → 1500 */
export const fenIn = (text: string | undefined): number => {
  const reading = readFen((text ?? '').replace('补', ''))
  return 'value' in reading ? (reading.value ?? 0) : 0
}

const hanMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const monthWords = (month: number) => [`${month}月`, `${month}月份`, `${hanMonths[month - 1]}月`, `${hanMonths[month - 1]}月份`]
/** 组头说的是交费，下面只写数字的。例：['缴费情况', '1'] */
const underGroup = (month: number) =>
  ['交费情况', '交纳情况', '党费交纳情况', '交费月份', '交纳月份', '月份', '实交', '实交党费', '月实交'].map((group) => `${group}${month}`)
const cell = (month: number): Column<string | null> => ({
  ...text(`${month}月`, {
    width: 7,
    align: 'right',
    synonyms: [
      ...monthWords(month),
      ...['实交', '实收', '已交'].flatMap((word) => monthWords(month).map((said) => said + word)),
      ...underGroup(month),
    ],
  }),
  kind: 'money',
  read: readPaid,
})

/** 外来的党费收缴台账认得的各栏；应交、基数只看不改。 */
export const registerImport: Ledger = {
  ...duesRegisterLedger,
  importable: { what: '党费收缴台账', unit: '人', inOrder: true },
  columns: {
    name: text('姓名', { width: 8, required: true, align: 'center', synonyms: ['党员姓名'] }),
    branchName: text('所在党支部', { width: 12, synonyms: ['党支部', '支部', '所属党组织'] }),
    monthly: money('月应交', {
      width: 8,
      synonyms: ['月应交党费', '月应缴党费', '月应缴', '每月应交', '月交纳额', '月缴纳额', '党费标准'],
    }),
    ...Object.fromEntries(MONTH_FIELDS.map((field, at) => [field, cell(at + 1)])),
    paid: money('全年实交', { width: 10, synonyms: ['全年实缴', '全年实缴党费', '实交合计', '实缴合计', '全年合计', '合计', '小计'] }),
  } as unknown as Ledger['columns'],
}
