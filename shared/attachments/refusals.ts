export const attachmentsRefusals = {
  'attachments.notFound': () => '没有这份附件，可能已被删除。',
  'attachments.noOwner': (d: { what: string }) => `附件要挂在一个已有的${d.what}上，它可能已被删除。`,
  'attachments.heic': (d: { name: string }) =>
    `“${d.name}”是苹果手机的 HEIC 照片，这里打不开。请在手机“设置 › 相机 › 格式”里选“兼容性最佳”再拍，或把照片用微信发给自己（不选原图）存成 JPG 再添加。`,
  'attachments.unknownMedia': (d: { name: string }) =>
    `“${d.name}”不是能存的附件。照片请用 JPG、PNG 或 WebP，材料请在 WPS 或 Word 里“另存为”PDF 后再添加。`,
  'attachments.empty': (d: { name: string }) => `“${d.name}”是空文件，没有添加。请重新选择一次。`,
  'attachments.notStored': () => '这份文件还没有存进来，请重新选择一次。',
  'attachments.allRepeated': (d: { names: string }) => `${d.names} 已经在这里了（内容一模一样），没有再添加。`,
  'attachments.sealed': () => '这次会议已经归档，原有的附件不能改动。签好字的签到表和材料可以作为“归档后补充”添加；确需改动请先取消归档。',
  'attachments.bytesStay': () => '原件只进不改：存进来的文件不能改动或抹去。',
  'attachments.ownerHasSome': () => '这里还有附件。请先删除附件，再做这一步。',
  'attachments.otherOrder': () => '附件有增减，次序没有保存。请再排一次。',
  'attachments.cannotTurn': () => '只有 JPG 照片可以旋转。',
}
