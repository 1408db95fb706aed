import { Button } from 'antd'
import { navigate } from 'wouter/use-hash-location'
import type { MemberRow } from '../../shared/members/contract.ts'
import { useKeys } from '../kit/keys.ts'
import { FactList } from './FactList.tsx'
import { MemberActions } from './MemberActions.tsx'
import { MemberBadges } from './MemberBadges.tsx'

/** 列表旁的一个人：列表还在，方向键换人。 */
export function MemberDrawer({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  useKeys({ Escape: onClose })
  return (
    <aside className="member-drawer" aria-label={`${member.name} 的信息`}>
      <header>
        <h2>{member.name}</h2>
        <Button type="text" size="small" aria-label="关上" title="Esc" onClick={onClose}>
          ✕
        </Button>
      </header>
      <MemberBadges member={member} />
      <div className="drawer-tools">
        <MemberActions key={member.id} member={member} onStruck={onClose} size="small" />
        <Button size="small" onClick={() => navigate(`/members/${member.id}`)}>
          整页
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="drawer-facts" tabIndex={0} aria-label="各项信息">
        <FactList member={member} sparse />
      </section>
    </aside>
  )
}
