import { Button } from 'antd'
import type { OpenLedger } from '../../shared/files/contract.ts'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { RefusalNote } from '../kit/RefusalNote.tsx'

const titleOf = (path: string) => path.replace(/^.*[\\/]|\.taizhang$/g, '')

interface ElsewhereProps {
  /** 这个窗口原来站着的那一本的路径。 */
  stood: string
  /** 现在开着的；都关上了为空。 */
  now: OpenLedger | null
  /** 到开着的那一本去，或回到门口另打开一本。 */
  onGo: () => void
}

/** 站着的那一本在别的窗口里关了、换了：这里停下，什么也不往别的一本里写，由人选往哪里去。 */
export function Elsewhere({ stood, now, onGo }: ElsewhereProps) {
  const open = useTask(app.files.open, { quiet: true })
  return (
    <div className="first-run">
      <main>
        <Empty
          sentence={`这里原来开着“${titleOf(stood)}”，${now ? `在别的窗口里换成了“${now.title}”` : '在别的窗口里关上了'}。同一时间只开一本；已经保存的都在，写到一半的，重新打开接着写。`}
        >
          <Button type="primary" loading={open.busy} onClick={() => void open.run({ path: stood })}>
            重新打开“{titleOf(stood)}”
          </Button>
          <Button disabled={open.busy} onClick={onGo}>
            {now ? `去“${now.title}”` : '打开别的台账'}
          </Button>
        </Empty>
        <RefusalNote refusal={open.refusal} />
      </main>
    </div>
  )
}
