import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Progress } from '../kit/Waiting.tsx'
import { PdfPages } from './PdfPages.tsx'
import type { usePaper } from './use-paper.ts'
import { sizeWords } from './wanted.ts'

interface PaperViewProps {
  state: ReturnType<typeof usePaper>
  label: string
  /** 还不能做时说的话（如上报级没写用途）。 */
  waiting?: ReactNode
  /** 工作簿里另外要说的事实，如行数。 */
  facts?: readonly { name: string; value: string }[]
}

/** 以某字体代替：照常能印，轻轻说一声就好。 */
const isFontNote = (note: string) => note.includes('以思源宋体代替')

const howTo = {
  xlsx: '保存后用 Excel 或 WPS 打开，表头、列宽与打印设置都已设好，可以直接打印。',
  zip: '保存后在文件上按右键，选“全部解压缩”。先看里面的“目录”，它写着每本台账多少行、是哪个文件。',
}

/** 一份文书的样子：正在做、没做成、做好了（PDF 逐页画出，工作簿写明内容）。 */
export function PaperView({ state, label, waiting, facts = [] }: PaperViewProps) {
  const { paper, busy, progress, cancel, refusal, lost, again } = state
  const failed = !paper && !busy && !waiting && (refusal || lost)
  if (failed)
    return (
      <div className="paper-wait" role="alert">
        {lost ? <p>{lost}</p> : <RefusalNote refusal={refusal} />}
        <Button onClick={again}>再做一次</Button>
      </div>
    )
  if (!paper)
    return (
      <div className="paper-wait" role="status">
        {busy ? (
          <>
            <p>正在制作“{label}”……</p>
            <Progress state={progress} onCancel={cancel} />
          </>
        ) : (
          waiting
        )}
      </div>
    )
  const { made, pdf } = paper
  const fonts = made.notes.filter(isFontNote)
  const others = made.notes.filter((note) => !isFontNote(note))
  return (
    <div className="paper" aria-busy={busy}>
      {busy && <Progress state={progress} onCancel={cancel} />}
      {others.length > 0 && (
        <ul className="paper-notes" aria-label="制作说明">
          {others.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {fonts.length > 0 && (
        <p className="paper-notes is-quiet" title={fonts.join('；')}>
          这台电脑没有装公文字体，已用思源宋体代替，不影响打印。
        </p>
      )}
      <div className="paper-body">
        {pdf ? (
          <PdfPages bytes={pdf} label={label} />
        ) : (
          <dl className="paper-sheet">
            <dt>文件名</dt>
            <dd>{made.name}</dd>
            <dt>大小</dt>
            <dd>{sizeWords(made.bytes)}</dd>
            {facts.map(({ name, value }) => [<dt key={`${name}-t`}>{name}</dt>, <dd key={name}>{value}</dd>])}
            <dt>怎么看</dt>
            <dd>{howTo[made.format === 'zip' ? 'zip' : 'xlsx']}</dd>
          </dl>
        )}
      </div>
    </div>
  )
}
