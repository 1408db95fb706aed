import { Button, Dropdown } from 'antd'
import { useLocation } from 'wouter'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { useLeaving } from './leaving.ts'
import { useWhere } from './where.ts'

/** 台账的名字；点开：换一本、谁在操作、文件在哪里。 */
export function LedgerMenu({ onActor, onShortcuts }: { onActor: () => void; onShortcuts: () => void }) {
  const { ledger } = useWhere()
  const close = useTask(app.files.close)
  const [, go] = useLocation()
  const forgetIt = useLeaving()
  const leave = async () => {
    if (await close.run({})) forgetIt()
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'close', label: '关闭这本，打开另一本…', onClick: leave },
          { key: 'actor', label: '切换操作人…', onClick: onActor },
          { key: 'keys', label: '快捷键一览（?）', onClick: onShortcuts },
          { key: 'help', label: '使用手册（F1 看这一页的）', onClick: () => go('/help') },
          { type: 'divider' },
          { key: 'where', label: <span className="menu-note">{`存在 ${ledger.path}`}</span>, disabled: true },
        ],
      }}
    >
      <Button type="text" className="ledger-name" title={ledger.path}>
        <span className="ledger-title">{ledger.title}</span>
        <span aria-hidden="true">▾</span>
      </Button>
    </Dropdown>
  )
}
