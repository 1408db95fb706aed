import { Select } from 'antd'
import { useState } from 'react'
import { namesIn } from '../../shared/applicants/rules.ts'
import { readNames } from '../../shared/ledger/reading.ts'
import { fitsName, type NameChoice, type Named, nameChoices } from '../kit/NameInput.tsx'

interface NamesInputProps {
  id?: string
  'aria-describedby'?: string
  /** 顿号隔开的几个人名；空为 null。 */
  value: string | null
  onChange: (value: string | null) => void
  people: readonly Named[]
}

const isName = (text: string) => /^[\u3400-\u9fff·]{2,}$/.test(text)

/** 几个人名：打姓名或首字母从名册里选，名册之外的人照写；粘贴“张三、李四”就是两个人。 */
export function NamesInput({ value, onChange, people, ...rest }: NamesInputProps) {
  const [typed, setTyped] = useState('')
  const chosen = namesIn(value)
  const add = (text: string) => {
    const reading = readNames([...chosen, text].join('、'))
    setTyped('')
    if ('value' in reading) onChange(reading.value)
  }
  const search = (text: string) => (/[、，,;；\n]/.test(text) ? add(text) : setTyped(text))
  const known = nameChoices(people)
  const outside: NameChoice[] =
    isName(typed) && !known.some((one) => one.value === typed) ? [{ value: typed, label: `${typed}（名册之外）`, keys: typed }] : []
  return (
    <Select<string[], NameChoice>
      {...rest}
      mode="multiple"
      value={chosen}
      onChange={(names) => onChange(names.join('、') || null)}
      onBlur={() => isName(typed) && add(typed)}
      showSearch={{ filterOption: fitsName, searchValue: typed, onSearch: search }}
      optionLabelProp="value"
      options={[...known, ...outside]}
      notFoundContent="打姓名或首字母"
    />
  )
}
