export const importsRefusals = {
  'imports.notAWorkbook': (d: { name: string }) =>
    `“${d.name}”不是表格文件。请选择 .xlsx、.xls、.et 或 .csv 文件；Word 里的表请先复制到 Excel 另存。`,
  'imports.locked': (d: { name: string }) => `“${d.name}”设有打开密码。请在 Excel 或 WPS 里去掉密码、另存一份再导入。`,
  'imports.hostile': (d: { name: string; why: string }) =>
    `“${d.name}”不像正常的表格（${d.why}），为安全起见没有读取。请在 Excel 或 WPS 里另存一份再导入。`,
  'imports.unreadable': (d: { name: string }) => `“${d.name}”读不出来，文件可能损坏。请在 Excel 或 WPS 里打开、另存一份再导入。`,
  'imports.tooSlow': (d: { name: string }) => `“${d.name}”太大或太复杂，没有读完。请删去无关的工作表、图片和空行后另存再导入。`,
  'imports.unknownTarget': (d: { ledger: string; choices: string }) => `“${d.ledger}”不能导入。能导入的有：${d.choices}。`,
  'imports.noSuchChoice': (d: { label: string; chosen: string; choices: string }) =>
    `“${d.label}”不能是“${d.chosen}”，请在这些里选：${d.choices}。`,
  'imports.readingGone': () => '读取的内容已不在手边，请重新选择文件。',
  'imports.noSheet': (d: { sheet: string }) => `文件里没有名为“${d.sheet}”的工作表。`,
  'imports.notATable': (d: { advice: string }) => d.advice,
  'imports.nothingToImport': () => '没有一行可以导入。请看每行的原因，改正后再导入。',
  'imports.whichSheet': (d: { sheets: string[] }) =>
    `文件里有几张表都能导入（${d.sheets.map((sheet) => `“${sheet}”`).join('、')}），请说明要导入哪一张。`,
}
