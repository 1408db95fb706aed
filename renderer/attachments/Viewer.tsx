import { Button, Modal } from 'antd'
import type { Attachment } from '../../shared/attachments/contract.ts'
import { app } from '../app.ts'
import { deliver } from '../documents/deliver.ts'
import { PdfPages } from '../documents/PdfPages.tsx'
import { useTask } from '../kit/ask.ts'
import { instantWords } from '../kit/days.ts'
import { useKeys } from '../kit/keys.ts'
import { useWhere } from '../shell/where.ts'
import { usePicture } from './picture.ts'

interface ViewerProps {
  list: readonly Attachment[]
  at: Attachment
  /** 旋转；不能转时没有。 */
  onTurn?: (() => void) | undefined
  onGo: (id: number) => void
  onClose: () => void
}

/** 看大的：← → 换一张，R 旋转，Esc 关。 */
export function Viewer({ list, at, onTurn, onGo, onClose }: ViewerProps) {
  const { today } = useWhere()
  const save = useTask(app.attachments.save)
  const { seen, failed } = usePicture({ id: at.id, small: false, wanted: true })
  const place = list.findIndex(({ id }) => id === at.id)
  const go = (step: number) => {
    const next = list[place + step]
    if (next) onGo(next.id)
  }
  const back = () => go(-1)
  const forth = () => go(1)
  const keep = async () => {
    const saved = await save.run({ id: at.id })
    if (saved) deliver(saved)
  }
  useKeys({ Escape: onClose, ArrowLeft: back, ArrowRight: forth, ...(onTurn ? { r: onTurn } : {}) }, { modal: true })
  return (
    <Modal
      open
      title={`${at.caption || at.name}（${place + 1} / ${list.length}）`}
      width={1080}
      onCancel={onClose}
      keyboard={false}
      style={{ top: 24 }}
      footer={
        <div className="viewer-foot">
          <span className="hint">
            {at.takenAt ? `拍摄于 ${instantWords(at.takenAt, today)}` : `添加于 ${instantWords(at.addedAt, today)}`}
            {at.afterArchive && '　归档后补充'}
          </span>
          <Button disabled={place <= 0} onClick={back} title="←">
            上一份
          </Button>
          <Button disabled={place >= list.length - 1} onClick={forth} title="→">
            下一份
          </Button>
          {onTurn && (
            <Button onClick={onTurn} title="R">
              旋转
            </Button>
          )}
          <Button loading={save.busy} onClick={() => void keep()}>
            另存
          </Button>
          <Button type="primary" onClick={onClose} title="Esc">
            关闭
          </Button>
        </div>
      }
    >
      <div className="viewer">
        {seen?.url && <img src={seen.url} alt={at.caption || at.name} data-turn={at.turn} />}
        {seen?.bytes && <PdfPages bytes={seen.bytes} label={at.name} />}
        {failed && <p role="alert">没有取到，请关闭后再打开一次。</p>}
      </div>
    </Modal>
  )
}
