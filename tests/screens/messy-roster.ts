import { fictionalId, workbook } from '../imports/sheets.ts'

/** 虚构的二十个人；首字母各不相同，好用键盘找。 */
export const people = [
  '安慧敏',
  '白景行',
  '陈立夏',
  '邓书宁',
  '方知远',
  '顾若水',
  '何青松',
  '江南雁',
  '孔令仪',
  '李望舒',
  '马文博',
  '倪清和',
  '欧阳谷雨',
  '潘以宁',
  '秦思源',
  '任重远',
  '沈知秋',
  '陶然之',
  '王怀瑾',
  '谢春申',
]

const spellings = [
  (y: number, m: number, d: number) => `${y}.${m}.${d}`,
  (y: number, m: number) => `${y}年${m}月`,
  (y: number, m: number, d: number) => `${y}/${m}/${d}`,
  (y: number, m: number, d: number) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
]

/**
 * 一份像样的“乱”名册：两张表、合并的标题、说明行、几种写法的日期、合计与落款；
 * 第 4 人的生日不存在（E7），第 6 人的类别读不懂（G9）。
 */
export const messyRoster = () =>
  workbook({
    填表说明: (sheet) => {
      sheet.addRow(['填表说明'])
      sheet.addRow(['一、每人一行，不要合并单元格。'])
    },
    党员名册: (sheet) => {
      sheet.addRow(['青禾路商会流动党员党支部党员名册'])
      sheet.mergeCells('A1:H1')
      sheet.addRow(['填报单位（盖章）：', null, null, null, '填报时间：2026年11月'])
      sheet.addRow(['序号', '姓  名', '性别', '身份证号码', '出生年月', '入党时间', '党员类别', '联系电话', '工作单位'])
      people.forEach((name, index) => {
        const [year, month, day] = [1960 + index, (index % 9) + 1, 1 + index] as const
        const birth = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
        sheet.addRow([
          index + 1,
          name.length === 2 ? name.split('').join('　') : name,
          (index + 1) % 2 === 1 ? '男' : '女',
          fictionalId(birth, index + 1),
          index === 3 ? '1979/13/1' : spellings[index % spellings.length]?.(year, month, day),
          '2001-07-01',
          index === 5 ? '积极分子' : '正式党员',
          `1990000${1000 + index}`,
          '青禾路商会',
        ])
      })
      sheet.addRow(['合计', `${people.length} 人`])
      sheet.addRow(['填表人：', null, null, '审核人：'])
    },
  })
