import { type KeyboardEvent, useState } from 'react'
import { kindWords } from '../../shared/organizations/words.ts'
import { headsIn, ordered } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'

/** 组织树：上下方向键走，点一下看右边。 */
export function OrganizationTree({ chosen, onChoose }: { chosen: number; onChoose: (id: number) => void }) {
  const { organizations } = useWhere()
  const [withDissolved, setWithDissolved] = useState(false)
  const lines = ordered(organizations, withDissolved)
  const dissolved = organizations.filter((one) => one.dissolvedOn).length
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = lines[lines.findIndex((line) => line.organization.id === chosen) + step]
    if (!next) return
    onChoose(next.organization.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-id="${next.organization.id}"]`)?.focus()
  }
  return (
    <nav className="panel organization-tree" aria-label="组织树">
      <ul onKeyDown={move}>
        {lines.map(({ organization, depth }) => (
          <li key={organization.id} style={{ paddingLeft: depth * 20 }}>
            <button
              type="button"
              data-id={organization.id}
              aria-current={organization.id === chosen}
              className={organization.dissolvedOn ? 'tree-line is-dissolved' : 'tree-line'}
              onClick={() => onChoose(organization.id)}
            >
              <span className="tree-name">{organization.name}</span>
              <small>{kindWords[organization.kind]}</small>
              <span className="num">{organization.dissolvedOn ? '已撤销' : `${headsIn(organizations, organization)} 人`}</span>
            </button>
          </li>
        ))}
      </ul>
      {dissolved > 0 && (
        <label className="hint tree-dissolved">
          <input type="checkbox" checked={withDissolved} onChange={(event) => setWithDissolved(event.target.checked)} /> 也列出已撤销的{' '}
          {dissolved} 个
        </label>
      )}
    </nav>
  )
}
