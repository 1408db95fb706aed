import { Button } from 'antd'
import { navigate } from 'wouter/use-hash-location'
import type { OrganizationKind } from '../../../shared/organizations/contract.ts'
import { isBranch } from '../../../shared/organizations/rules.ts'
import { goAnd } from '../../kit/intent.ts'

/** 建好了：先把人放进来。上级组织先建下面的支部。 */
export function DonePage({ unit, onEnter }: { unit: { name: string; kind: OrganizationKind }; onEnter: () => void }) {
  const to = (go: () => void) => () => {
    go()
    onEnter()
  }
  if (!isBranch(unit.kind))
    return (
      <>
        <h1>建好了。先把下面的支部建起来</h1>
        <p className="hint">党员编在支部里；支部建好后就能导入名册。</p>
        <div className="big-choices">
          <BigChoice
            title="新建支部"
            note="填名称，一个一分钟"
            onClick={to(() => goAnd('/organizations', 'organizations.found'))}
            primary
          />
        </div>
        <Button type="link" className="flush" onClick={to(() => navigate('/'))}>
          先四处看看
        </Button>
      </>
    )
  return (
    <>
      <h1>建好了。先把党员放进来</h1>
      <div className="big-choices">
        <BigChoice
          title="导入名册"
          note="手头有 Excel、WPS 或 CSV 名册：不用改格式，逐行看过再导入"
          onClick={to(() => navigate('/imports'))}
          primary
        />
        <BigChoice title="手工登记" note="人不多，或者名册在纸上：一个一个录" onClick={to(() => goAnd('/members', 'members.admit'))} />
      </div>
      <Button type="link" className="flush" onClick={to(() => navigate('/'))}>
        先四处看看
      </Button>
    </>
  )
}

/** 换了一页，光标接到最要紧的一样上。 */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

function BigChoice({ title, note, onClick, primary = false }: { title: string; note: string; onClick: () => void; primary?: boolean }) {
  return (
    <button type="button" ref={primary ? takeFocus : null} className={primary ? 'big-choice is-primary' : 'big-choice'} onClick={onClick}>
      <strong>{title}</strong>
      <span>{note}</span>
    </button>
  )
}
