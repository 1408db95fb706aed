import type { CellStyle } from 'hucre'

/** 工作簿里各张表共同的样子：宋体 11 磅，细黑框。 */
const line = { style: 'thin', color: { rgb: '000000' } } as const
export const border = { top: line, right: line, bottom: line, left: line }
export const font = { name: '宋体', size: 11 }
export const titleStyle: CellStyle = {
  font: { name: '黑体', size: 18 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
export const margins = { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.35 }

/** 页脚：左边是级别、演示一类的话，中间是页码。 */
export const footerOf = (mark: string) => ({ oddFooter: `${mark ? `&L${mark.replaceAll('&', '&&')}` : ''}&C第 &P 页　共 &N 页` })
