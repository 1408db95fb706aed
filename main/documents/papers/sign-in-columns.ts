/** 签到表的样子（templates.md §9 的几种变体）。 */
export interface SignInShape {
  columns: 1 | 2
  spareRows: number
  /** 姓名后面那一列：单位/职务，联系方式，所在地。 */
  about: 'unit' | 'phone' | 'place'
  byGroup: boolean
  online: boolean
  makeup: boolean
  /** 每页几行。 */
  mostRows: number
}

export interface SignInPerson {
  name: string
  unit: string
  phone: string
  place: string
  group: string
  note: string
}

type Key = 'no' | 'name' | 'about' | 'sign' | 'online' | 'makeup' | 'note'
export interface SignInColumn {
  key: Key
  label: string
  /** 毫米。 */
  width: number
}

/** 一格：小组的标题占一整行，或一个人，或空行。 */
export type Slot = { heading: string } | (SignInPerson & { no: string }) | undefined

const aboutLabels = { unit: '单位/职务', phone: '联系方式', place: '所在地' }

/** 有补课登记的要写字，只排一栏；人少时一栏也就够了。 */
export const sidesOf = ({ columns, makeup, mostRows }: SignInShape, slots: number): 1 | 2 => (makeup || slots <= mostRows ? 1 : columns)

/** 一栏的各列，一行共 180 毫米（两栏各 90），签名不窄于 30 毫米。 */
export function signInColumns({ about, online, makeup }: SignInShape, sides: 1 | 2): SignInColumn[] {
  const narrow = sides === 2
  const fixed: SignInColumn[] = [
    { key: 'no', label: '序号', width: narrow ? 9 : 12 },
    { key: 'name', label: '姓名', width: narrow ? 17 : 26 },
    { key: 'sign', label: '签　名', width: narrow ? 30 : makeup ? 36 : 46 },
    ...(online ? [{ key: 'online' as const, label: '线上', width: narrow ? 9 : 14 }] : []),
    ...(makeup ? [{ key: 'makeup' as const, label: '补课时间、内容', width: 36 }] : []),
    // 两栏又要线上参加的，备注让出来
    ...(narrow && online ? [] : [{ key: 'note' as const, label: '备注', width: narrow ? 12 : 20 }]),
  ]
  const left = 180 / sides - fixed.reduce((sum, { width }) => sum + width, 0)
  return fixed.toSpliced(2, 0, { key: 'about', label: aboutLabels[about], width: left })
}

/** 名单排成一行行：编号连着，按小组的每组前面有一行标题；末尾是空行。 */
export function slotsOf(people: readonly SignInPerson[], { byGroup, spareRows }: SignInShape): Slot[] {
  const numbered = (some: readonly SignInPerson[], from: number): Slot[] =>
    some.map((person, index) => ({ ...person, no: String(from + index + 1) }))
  const spare: Slot[] = Array.from({ length: spareRows }, () => undefined)
  if (!byGroup) return [...numbered(people, 0), ...spare]
  let count = 0
  const groups = [...Map.groupBy(people, ({ group }) => group)].flatMap(([group, some]): Slot[] => {
    const rows = numbered(some, count)
    count += some.length
    return [{ heading: `${group || '未编组'}（${some.length} 人）` }, ...rows]
  })
  return [...groups, ...spare]
}

/** 一个人在这一列写什么；签名与补课由人手写，从不代填。 */
export const signInText = (key: Key, person: SignInPerson & { no: string }, about: SignInShape['about']): string =>
  key === 'no' || key === 'name' || key === 'note' ? person[key] : key === 'about' ? person[about] : ''
