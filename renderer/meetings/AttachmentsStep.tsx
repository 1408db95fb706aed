import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'

const sheet = { kind: 'signedSheet', label: '放签到表', hint: '把签好字的签到表拍照放进来，会印在会议记录后面。' } as const
const photos = { kind: 'photo', label: '放照片', hint: '缩小、摆正，去掉拍摄地点；印成一页四张。' } as const
const material = { kind: 'material', label: '放材料', hint: 'PDF 原样保存，不缩小。' } as const

/** 附件：签好字的签到表、照片、材料；归档之后只能补充签到表与材料。 */
export function AttachmentsStep({ meeting }: { meeting: MeetingRow }) {
  const archived = meeting.status === 'archived'
  return (
    <>
      {archived && (
        <p className="hint">这次会议已归档，原有的附件不动。签好字的签到表和材料还可以补充，会标明“归档后补充”；照片要先取消归档。</p>
      )}
      <AttachmentsPanel
        owner="meeting"
        ownerId={meeting.id}
        archived={archived}
        slots={archived ? [sheet, material] : [sheet, photos, material]}
        empty={
          <>
            还没有附件。点上面的按钮，
            <wbr />
            或者把照片、PDF 拖到这里，复制的图片按 Ctrl+V 也行。
          </>
        }
      />
    </>
  )
}
