export const documentsRefusals = {
  'documents.unknownLedger': (d: { ledger: string }) => `没有“${d.ledger}”这本台账。`,
  'documents.nothingToShow': () => '选的这几列在这个级别里都不出现。请换一个级别，或多选几列。',
  'documents.needsPurpose': () => '上报版含完整的证件号和电话，请写明用途（会记入操作记录）。',
  'documents.nothingToPack': (d: { year: number; unit: string }) =>
    `“${d.unit}”${d.year} 年还没有一本有内容的台账。请换一个年度，或先登记党员、会议。`,
  'documents.tooLarge': (d: { megabytes: number }) => `做出来的文件超过 ${d.megabytes} MB，太大了。会议记录请不带照片，或分成几次做。`,
  'documents.tooLong': () => '这一份太长，这台电脑的内存不够排版。请少选几本，或一个支部一个支部地做；要全部的行，请导出 Excel。',
  'documents.gone': () => '做好的文件已不在手边，请重新制作。',
  'documents.cannotWrite': (d: { path: string }) => `不能写入“${d.path}”。文件可能正被 Excel 或 WPS 打开，或文件夹只读；关闭后再试。`,
  'documents.noViewer': (d: { name: string }) =>
    `这台电脑上没有能打开“${d.name}”的软件，没有送去打印。请先保存，再到装有 PDF 阅读器的电脑上打印。`,
  'documents.otherKind': (d: { what: string }) => `这次会议没有算这一类，没有${d.what}。要印，先在“安排”里勾上这一类。`,
  'documents.nobody': (d: { unit: string }) => `“${d.unit}”的名册是空的，没有可印的采集表。请先登记或导入党员。`,
}
