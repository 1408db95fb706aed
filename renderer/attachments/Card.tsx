import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Attachment } from '../../shared/attachments/contract.ts'
import { canTurn, turned, whyCannotAlter } from '../../shared/attachments/rules.ts'
import { attachmentKindWords } from '../../shared/attachments/words.ts'
import { app } from '../app.ts'
import { sizeWords } from '../documents/wanted.ts'
import { useAct } from '../kit/ask.ts'
import { Thumb } from './Thumb.tsx'

interface CardProps {
  attachment: Attachment
  archived: boolean
  onOpen: () => void
  /** 往前、往后挪一格；到头了、不能挪时没有。 */
  onMove: { back?: (() => void) | undefined; forth?: (() => void) | undefined }
}

/** 一份附件：缩略图、说明、次序、旋转、删除。 */
export function Card({ attachment, archived, onOpen, onMove }: CardProps) {
  const { id, kind, name, caption, media, size, turn, afterArchive } = attachment
  const amend = useAct(app.attachments.amend)
  const rotate = useAct(app.attachments.turn)
  const remove = useAct(app.attachments.remove)
  const [text, setText] = useState(caption)
  const fixed = whyCannotAlter({ archived }, attachment) !== undefined
  const keep = async () => {
    if (text.trim() !== caption && !(await amend.run({ id, kind, name, caption: text.trim() }))) setText(caption)
  }
  const called = caption || name
  return (
    <li className="attachment-card">
      <Thumb attachment={attachment} onOpen={onOpen} />
      <div className="attachment-name" title={name}>
        {kind === 'photo' ? name : `${attachmentKindWords[kind]}　${name}`}
      </div>
      <div className="attachment-facts">
        {sizeWords(size)}
        {afterArchive && <span className="attachment-after">归档后补充</span>}
      </div>
      <Input
        size="small"
        aria-label={`${called} 的说明`}
        placeholder="说明，印在照片下面"
        maxLength={200}
        value={text}
        readOnly={fixed}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void keep()}
        onPressEnter={() => void keep()}
      />
      {!fixed && (
        <div className="attachment-acts">
          <Button size="small" aria-label={`${called} 往前`} title="往前" disabled={!onMove.back} onClick={onMove.back}>
            ‹
          </Button>
          <Button size="small" aria-label={`${called} 往后`} title="往后" disabled={!onMove.forth} onClick={onMove.forth}>
            ›
          </Button>
          {canTurn(media) && (
            <Button size="small" aria-label={`旋转 ${called}`} onClick={() => void rotate.run({ id, turn: turned(turn) })}>
              旋转
            </Button>
          )}
          <Button size="small" danger aria-label={`删除 ${called}`} onClick={() => void remove.run({ ids: [id] })}>
            删除
          </Button>
        </div>
      )}
    </li>
  )
}
