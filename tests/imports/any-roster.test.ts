import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberLimits } from '../../main/rules/packs.ts'
import { sheetOfPasted } from '../../shared/imports/pasted.ts'
import { noAdjustments, understand } from '../../shared/imports/understand.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { fictionalId } from './sheets.ts'

/** 一个人的真相；表里怎样写由 spelled 打乱，对照时只看真相。 */
const twoDigits = (n: number) => String(n).padStart(2, '0')
const day = (from: number, until: number) =>
  fc.tuple(fc.integer({ min: from, max: until }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
const person = fc.record({
  name: fc.constantFrom('张三', '欧阳㛃', '阿依古丽·买买提', '王二小', '司马光明', '𠮷田一', '李四', '赵钱孙李', '吴海'),
  gender: fc.constantFrom('男', '女'),
  birth: day(1950, 2000),
  joined: day(2002, 2020),
  order: fc.integer({ min: 0, max: 400 }),
  mobile: fc.integer({ min: 0, max: 99_999_999 }).map((n) => `139${String(n).padStart(8, '0')}`),
  employer: fc.constantFrom('', '某某茶厂', '某某（集团）有限公司 会计'),
  groupName: fc.constantFrom('第一党小组', '第二党小组'),
  note: fc.constantFrom('', '2023年转入', '残疾'),
  style: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never
type Day = Person['birth']

const iso = ([y, m, d]: Day) => `${y}-${twoDigits(m)}-${twoDigits(d)}`
const han = (n: number) => [...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
const hanCount = (n: number): string =>
  n <= 10
    ? (['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][n] ?? '')
    : n < 20
      ? `十${hanCount(n - 10)}`
      : `二十${hanCount(n - 20)}`
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const daySpellings: ((day: Day) => string)[] = [
  iso,
  ([y, m, d]) => `${y}年${m}月${d}日`,
  ([y, m, d]) => `${y}.${m}.${d}`,
  ([y, m, d]) => `${y}/${m}/${d}`,
  ([y, m, d]) => `${y}${twoDigits(m)}${twoDigits(d)}`,
  ([y, m, d]) => `${y}年${twoDigits(m)}月${twoDigits(d)}号`,
  ([y, m, d]) => `${han(y)}年${hanCount(m)}月${hanCount(d)}日`,
  ([y, m, d]) => fullWidth(`${y}．${m}．${d}`),
  ([y, m, d]) => `${y} - ${m} - ${d}`,
  (day) => `${iso(day)} 00:00:00`,
  ([y, m, d]) => `${y}、${m}、${d}`,
]
const picked = <T>(list: readonly T[], at = 0) => list[at % list.length] as T
const nameSpellings = [
  (name: string) => name,
  (name: string) => (name.length === 2 ? [...name].join('　') : name),
  (name: string) => ` ${name} `,
  (name: string) => [...name].join(' '),
]
const mobileSpellings = [
  (mobile: string) => mobile,
  (mobile: string) => `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`,
  (mobile: string) => `${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}`,
  fullWidth,
]

const idOf = ({ birth, order, gender }: Person) => fictionalId(iso(birth).replaceAll('-', ''), order * 2 + (gender === '男' ? 1 : 0))
const probationary = ({ style: [, , , , , , , , kind = 0] }: Person) => kind % 5 === 0

/** 字段 → 表里写的字与应当读成的值。 */
const cells: Record<string, (one: Person) => [written: string, read: string]> = {
  name: (one) => [picked(nameSpellings, one.style[0])(one.name), one.name],
  gender: (one) => [picked([one.gender, `${one.gender}性`, ` ${one.gender}`], one.style[1]), one.gender],
  birthDay: (one) => [picked(daySpellings, one.style[2])(one.birth), iso(one.birth)],
  idNumber: (one) => [picked([idOf(one), idOf(one).toLowerCase(), ` ${idOf(one)}`, fullWidth(idOf(one))], one.style[3]), idOf(one)],
  joinedOn: (one) => [picked(daySpellings, one.style[4])(one.joined), iso(one.joined)],
  fullMemberOn: (one) => {
    const full: Day = [one.joined[0] + 1, one.joined[1], one.joined[2]]
    return probationary(one) ? [picked(['', '—', '无'], one.style[5]), ''] : [picked(daySpellings, one.style[5])(full), iso(full)]
  },
  category: (one) =>
    probationary(one)
      ? [picked(['预备', '预备党员', '中共预备党员'], one.style[6]), '预备党员']
      : [picked(['正式', '正式党员', '中共党员'], one.style[6]), '正式党员'],
  mobile: (one) => [picked(mobileSpellings, one.style[7])(one.mobile), one.mobile],
  employer: ({ employer }) => [employer, employer],
  groupName: ({ groupName }) => [groupName, groupName],
  note: ({ note }) => [note, note],
}
const fields = Object.keys(cells)
const headsOf = (field: string) => {
  const { label, synonyms } = (membersLedger.columns as Record<string, { label: string; synonyms: readonly string[] }>)[field] ?? {
    label: field,
    synonyms: [],
  }
  return [label, ...synonyms]
}

test('列的次序、表头的叫法、日子与号码的写法、夹杂的行怎样打乱，读到的都是那些人那些事，一行不少', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { minLength: 2, maxLength: 8, selector: idOf }),
      fc.shuffledSubarray(fields.slice(1), { minLength: 5 }),
      fc.nat(10),
      fc.array(fc.nat(99), { minLength: 11, maxLength: 11 }),
      fc.array(fc.constantFrom('', 'blank', 'total', 'head'), { minLength: 9, maxLength: 9 }),
      (people, others, nameAt, headStyles, noise) => {
        const order = [...others.slice(0, nameAt), 'name', ...others.slice(nameAt)]
        const head = order.map((field, at) => picked(headsOf(field), headStyles[at]))
        const rows: string[][] = [['××支部党员花名册'], ['填报单位：××支部', '', '', '填报时间：2026年3月'], ['序号', ...head]]
        const at = new Map<number, Person>()
        for (const [index, one] of people.entries()) {
          rows.push([String(index + 1), ...order.map((field) => (cells[field] as (typeof cells)[string])(one)[0])])
          at.set(rows.length, one)
          if (noise[index] === 'blank') rows.push([''])
          if (noise[index] === 'total') rows.push([`小计：${people.length}人`])
          if (noise[index] === 'head') rows.push(['序号', ...head])
        }
        rows.push([`合计 ${people.length} 人`], ['填表人：某某', '', '审核人：某某'])
        const sheet = understand(sheetOfPasted({ rows, merges: [] }), {
          ...{ ledger: membersLedger, adjustments: noAdjustments, remembered: new Map(), today: '2026-06-15', limits: memberLimits() },
        })
        const told = `${JSON.stringify(rows)}\n${JSON.stringify(sheet.columns.map(({ header, field }) => [header, field]))}`
        expect(
          sheet.rows.map(({ row }) => row),
          told,
        ).toEqual([...at.keys()])
        for (const { row, values, errors } of sheet.rows) {
          const one = at.get(row) as Person
          const truth = Object.fromEntries(
            order.flatMap((field) =>
              (cells[field] as (typeof cells)[string])(one)[1] ? [[field, (cells[field] as (typeof cells)[string])(one)[1]]] : [],
            ),
          )
          expect(errors, told).toEqual([])
          expect(values, told).toEqual(truth)
        }
        const accounted = [...sheet.rows, ...sheet.skipped].map(({ row }) => row).sort((a, b) => a - b)
        expect(accounted, told).toEqual(Array.from({ length: rows.length - 3 }, (_, index) => index + 4))
      },
    ),
    { numRuns: 200 },
  )
})
