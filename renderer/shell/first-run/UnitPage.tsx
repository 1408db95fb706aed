import { Button, Input } from 'antd'
import type { OrganizationKind } from '../../../shared/organizations/contract.ts'
import { kindWords } from '../../../shared/organizations/words.ts'
import { Field } from '../../kit/Field.tsx'

const kinds: readonly [OrganizationKind, string][] = [
  ['branch', '一个单位里的支部'],
  ['floatingBranch', '在外经商、务工的党员'],
  ['jointBranch', '几个单位合建'],
  ['temporaryBranch', '为一项任务临时设立'],
  ['generalBranch', '下面有几个支部'],
  ['committee', '下面有总支、支部'],
]

interface UnitPageProps {
  unit: { name: string; kind: OrganizationKind }
  onUnit: (unit: { name: string; kind: OrganizationKind }) => void
  /** 没有上一页时省略。 */
  onBack?: () => void
  onNext: () => void
}

/** 单位叫什么、是哪一种。 */
export function UnitPage({ unit, onUnit, onBack, onNext }: UnitPageProps) {
  const ready = unit.name.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onNext()
      }}
    >
      <h1>党组织叫什么？</h1>
      <Field label="全称" hint="会写在每张表的“填报单位”里，以后可以改。" required>
        {(id) => (
          <Input
            id={id}
            size="large"
            autoFocus
            maxLength={80}
            placeholder="如：××商会流动党员党支部"
            value={unit.name}
            onChange={(event) => onUnit({ ...unit, name: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="kind-choices">
        <legend>是哪一种</legend>
        {kinds.map(([kind, note]) => (
          <label key={kind} className={unit.kind === kind ? 'is-chosen' : ''}>
            <input type="radio" name="kind" checked={unit.kind === kind} onChange={() => onUnit({ ...unit, kind })} />
            <strong>{kindWords[kind]}</strong>
            <span>{note}</span>
          </label>
        ))}
      </fieldset>
      <div className="first-run-steps">
        {onBack && (
          <Button size="large" onClick={onBack}>
            上一步
          </Button>
        )}
        <Button size="large" type="primary" htmlType="submit" disabled={!ready}>
          {onBack ? '下一步' : '新建'}
        </Button>
      </div>
    </form>
  )
}
