import { AutoComplete, type AutoCompleteProps } from 'antd'
import type { Id } from '../../shared/kit/values.ts'
import { calledIn, nameIn, toldApart } from '../../shared/members/namesakes.ts'

export interface Named {
  name: string
  /** 同名的怎样分辨：'1985年生'；没有同名的不写。 */
  aside?: string
  initials: string
  pinyin: string
}
export type NameChoice = { value: string; label: string; keys: string }

const keysOf = ({ name, initials, pinyin }: Named) => `${name} ${initials} ${pinyin}`.toLowerCase()

const called = ({ name, aside = '' }: Named) => calledIn({ name, aside })

/** 可以选的人名；同名的各带上分辨的话，分辨不了的只列一次。 */
export const nameChoices = (people: readonly Named[]): NameChoice[] => [
  ...new Map(people.map((one) => [called(one), { value: called(one), label: called(one), keys: keysOf(one) }])).values(),
]

/** 几个人用顿号隔开：写着的是最后一个，前面的原样留着。例：'周明礼、zg' → ['周明礼、', 'zg'] */
const lastName = (written: string): [before: string, last: string] => {
  const at = Math.max(...['、', '，', ',', ';', '；'].map((mark) => written.lastIndexOf(mark))) + 1
  return [written.slice(0, at), written.slice(at)]
}

/** 打的字对得上：姓名里有，或拼音、首字母以它开头。 */
export const fitsName = (typed: string, option?: Pick<NameChoice, 'value' | 'keys'>) =>
  option?.keys.split(' ').some((key) => key.startsWith(typed.toLowerCase())) || (option?.value.includes(typed) ?? false)

/** 名册里的一个人；同名的靠括号里的支部、小组、出生年认。 */
export type PersonChoice = { value: Id; label: string; keys: string }

interface Person extends Named {
  id: Id
  birthDay: string | null
  branchName: string
  groupName: string | null
}

/** 可以选的人，一人一个；在一处又同名的再带出生年。例：'王芳（第一党小组，1985年生）' */
export const personChoices = (people: readonly Person[]): PersonChoice[] => {
  const placed = people.map(({ name, birthDay, groupName, branchName }) => ({ name: `${name}（${groupName ?? branchName}`, birthDay }))
  return toldApart(placed).map(({ name, aside }, at) => {
    const one = people[at] as Person
    return { value: one.id, label: `${name}${aside && `，${aside}`}）`, keys: keysOf(one) }
  })
}

export const fitsPerson = (typed: string, option?: PersonChoice) => fitsName(typed, option && { value: option.label, keys: option.keys })

/**
 * 写下的人里名册上没有的；几个人用顿号隔开，括号里的职务不算。
 * @example notOnRoster('周明礼、程远（街道）', [周明礼]) → ['程远']
 */
export const notOnRoster = (written: string, people: readonly Pick<Named, 'name'>[]): string[] =>
  written
    .split(/[、，,;；]/)
    .map(nameIn)
    .filter((one) => one !== '' && !people.some(({ name }) => nameIn(name) === one))

type Passed = 'id' | 'className' | 'placeholder' | 'variant' | 'size' | 'style' | 'maxLength' | 'autoFocus' | 'onBlur' | 'onFocus'
interface NameInputProps extends Pick<AutoCompleteProps, Passed> {
  value: string
  onChange: (name: string) => void
  /** 从列出来的人里选定了一个。 */
  onPick?: () => void
  people: readonly Named[]
  'aria-label'?: string
  'aria-describedby'?: string
}

/** 人名：打姓名或首字母从名单里选，名单之外的照写；用顿号隔开，接着选下一个。 */
export function NameInput({ value, onChange, onPick, people, ...rest }: NameInputProps) {
  const [before, last] = lastName(value)
  const whole = people.some((one) => one.name === last || called(one) === last)
  return (
    <AutoComplete<string, NameChoice>
      maxLength={60}
      classNames={{ popup: { root: 'name-choices' } }}
      {...rest}
      value={value}
      options={nameChoices(people).map((one) => ({ ...one, value: before + one.value }))}
      showSearch={{ filterOption: (_, option) => fitsName(last, option && { value: option.label, keys: option.keys }) }}
      // 打了字才先亮第一个：按 Enter 就是他；空着走过去、同名的写了姓名，都不替人选
      defaultActiveFirstOption={last !== '' && !people.some(({ name, aside }) => name === last && aside)}
      onChange={(name) => onChange(name ?? '')}
      onSelect={() => onPick?.()}
      // 姓名已经写全：Tab 就是去下一格，不再算“选中列出来的头一个”而留在原地
      onInputKeyDown={(event) => {
        if (event.key === 'Tab' && whole) event.stopPropagation()
      }}
      // 选着人的 Enter 只选人，不当作把这一行记上
      onKeyDown={(event) => {
        const listed = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true'
        if (event.key === 'Enter' && !event.ctrlKey && listed && !whole && last !== '') event.stopPropagation()
      }}
    />
  )
}
