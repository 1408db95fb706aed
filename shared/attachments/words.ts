import type { AttachmentKind, OwnerKind } from './contract.ts'

export const attachmentKindWords: Record<AttachmentKind, string> = {
  photo: '照片',
  signedSheet: '签到扫描件',
  material: '材料',
  other: '其他',
}

export const ownerWords: Record<OwnerKind, string> = { meeting: '会议', member: '党员', duesMovement: '党费收支', voucher: '凭证' }
