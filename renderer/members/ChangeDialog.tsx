import { useState } from 'react'
import type { Category, MemberRow, Standing } from '../../shared/members/contract.ts'
import { categoryWords, standingWords } from '../../shared/members/words.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { ordered } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'

export type Change = 'move' | 'group' | 'category' | 'standing'

const words: Record<Change, { title: string; label: string; day: string; hint: string }> = {
  move: { title: '调整支部', label: '调到', day: '从哪天起', hint: '此前的会议仍算在原支部。' },
  group: { title: '编入党小组', label: '编入', day: '从哪天起', hint: '此前的党小组会仍算在原小组。' },
  category: { title: '变更人员类别', label: '变更为', day: '从哪天起', hint: '转正填支部大会通过之日。' },
  standing: { title: '变更党籍状态', label: '变更为', day: '从哪天起', hint: '这一天起不再计入应到；此前的记录不变。' },
}

/** 变更一项随时间变化的事：变成什么、从哪天起。 */
export function ChangeDialog({ change, people, onClose }: { change: Change; people: readonly MemberRow[]; onClose: () => void }) {
  const { organizations, today } = useWhere()
  const first = people[0]
  const [value, setValue] = useState('')
  const [day, setDay] = useState<string | null>(today)
  const move = useAct(app.members.moveAll, { quiet: true })
  const group = useAct(app.members.assignGroup, { quiet: true })
  const category = useAct(app.members.changeCategory, { quiet: true })
  const standing = useAct(app.members.changeStanding, { quiet: true })
  const act = { move, group, category, standing }[change]
  const { title, label, day: dayLabel, hint } = words[change]
  const choices = ((): [string, string][] => {
    if (change === 'category') return Object.entries(categoryWords).filter(([key]) => key !== first?.category)
    if (change === 'standing') return Object.entries(standingWords).filter(([key]) => key !== first?.standing)
    if (change === 'move')
      return ordered(organizations)
        .filter(({ organization }) => isBranch(organization.kind) && people.some((one) => one.organizationId !== organization.id))
        .map(({ organization }) => [String(organization.id), organization.name])
    const groups = organizations.filter((one) => one.kind === 'group' && one.parentId === first?.organizationId && !one.dissolvedOn)
    return [...groups.map((one): [string, string] => [String(one.id), one.name]), ['none', '不编组']]
  })()
  const mixed = change === 'group' && people.some((one) => one.organizationId !== first?.organizationId)
  const problem = day === null ? '请填日期。' : problemOfDay(day, true)

  const save = async () => {
    if (!first || !day || problem || value === '') return
    const done =
      change === 'move'
        ? await move.run({ ids: people.map((one) => one.id), organizationId: Number(value), fromDay: day })
        : change === 'group'
          ? await group.run({ ids: people.map((one) => one.id), groupId: value === 'none' ? null : Number(value), fromDay: day })
          : change === 'category'
            ? await category.run({ id: first.id, category: value as Category, fromDay: day })
            : await standing.run({ id: first.id, standing: value as Standing, fromDay: day })
    if (done) onClose()
  }
  return (
    <Dialog
      title={`${title}：${people.length > 1 ? `${people.length} 人` : (first?.name ?? '')}`}
      verb={title}
      onSave={() => void save()}
      onClose={onClose}
      dirty={value !== '' || day !== today}
      busy={act.busy}
      refusal={act.refusal}
      disabled={mixed || value === '' || problem !== undefined}
      width={440}
    >
      {mixed ? (
        <p className="note-problem">选中的人不在同一个支部，党小组设在支部里；请先按支部筛选。</p>
      ) : choices.length === 0 ? (
        <p className="hint">没有别的支部可调。先到“组织”里新建。</p>
      ) : (
        <>
          <Field label={label} required>
            {(id) => (
              // biome-ignore lint/a11y/noAutofocus: 对话框里的第一个控件
              <select id={id} className="native-select" autoFocus value={value} onChange={(event) => setValue(event.target.value)}>
                <option value="">请选择</option>
                {choices.map(([key, word]) => (
                  <option key={key} value={key}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={dayLabel} required hint={hint}>
            {(id, note) => <DayInput id={id} aria-describedby={note} monthAllowed value={day} onChange={setDay} />}
          </Field>
        </>
      )}
    </Dialog>
  )
}
