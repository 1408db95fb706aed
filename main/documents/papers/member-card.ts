import type { Ink } from '../ink.ts'
import { ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'

/** 一名党员的采集表；各项的文字已按级别遮好，没有填的已写成 — 或“无”。 */
export interface Card {
  name: string
  gender: string
  ethnicity: string
  idNumber: string
  birthDay: string
  education: string
  category: string
  branch: string
  joinedOn: string
  fullMemberOn: string
  job: string
  mobile: string
  phone: string
  address: string
  standing: string
  outOfContact: boolean
  outOfContactSince: string
  floating: boolean
  floatingTo: string
}

export interface CardsPlan {
  title: string
  cards: Card[]
  demo: boolean
}

const SIZE = { size: 12, leading: 17 }

const yesNo = (ink: Ink, yes: boolean): Piece => ({
  table: { widths: [mm(16), mm(16)], body: [[ink.box('是', yes, SIZE), ink.box('否', !yes, SIZE)]] },
  layout: 'noBorders',
  margin: [mm(4), mm(2.2), 0, 0],
})

/** 十六项，次序与纸质表一致（templates.md §2）。 */
function grid(card: Card, ink: Ink): Piece {
  const label = (text: string) => ink.cell(text, { role: 'heading', ...SIZE, align: 'center' })
  const value = (text: string, colSpan = 1) => ink.cell(text, { ...SIZE, align: 'center', colSpan })
  const wide = (name: string, text: string) => [label(name), value(text, 3), '', '']
  return {
    table: {
      widths: [mm(33), '*', mm(33), '*'],
      dontBreakRows: true,
      heights: (row: number) => mm(row === 9 ? 16 : 12.5),
      body: [
        [label('1 姓名'), value(card.name), label('2 性别'), value(card.gender)],
        [label('3 民族'), value(card.ethnicity), label('5 出生日期'), value(card.birthDay)],
        wide('4 公民身份证号', card.idNumber),
        [label('6 学历（代码）'), value(card.education), label('7 人员类别'), value(card.category)],
        wide('8 所在党支部', card.branch),
        [label('9 加入党组织\n日期'), value(card.joinedOn), label('10 转为正式\n党员日期'), value(card.fullMemberOn)],
        wide('11 工作岗位\n（代码）', card.job),
        [{ ...label('12 联系电话'), rowSpan: 2 }, label('手机号'), value(card.mobile, 2), ''],
        ['', label('固定电话\n（区号-号码）'), value(card.phone, 2), ''],
        wide('13 家庭住址\n（到门牌号）', card.address),
        wide('14 党籍状态', card.standing),
        [label('15 是否为\n失联党员'), yesNo(ink, card.outOfContact), label('失去联系日期'), value(card.outOfContactSince)],
        [label('16 是否为\n流动党员'), yesNo(ink, card.floating), label('外出流向'), value(card.floatingTo)],
      ],
    },
    layout: ruled({ x: 3, y: 2 }),
  }
}

const signatures = (ink: Ink): Piece => {
  const line = (left: string, right: string): Piece => ({
    columns: [ink.text(left, SIZE), ink.text(right, SIZE)],
    margin: [mm(2), mm(7), 0, 0],
  })
  return {
    unbreakable: true,
    stack: [
      line('党员（签字）：', '信息采集员（签字）：'),
      line('党支部书记（签字）：', '基层党委（盖章）：'),
      ink.text('年　　　月　　　日', { ...SIZE, align: 'right', margin: [0, mm(9), mm(6), 0] }),
    ],
  }
}

/** 党员基本信息采集表：一人一页，A4 竖。 */
export function memberCards(plan: CardsPlan, ink: Ink): Definition {
  const content = plan.cards.flatMap((card, index): Piece[] => [
    {
      ...ink.text('党员基本信息采集表', { role: 'title', size: 20, align: 'center', margin: [0, 0, 0, mm(6)] }),
      ...(index > 0 ? { pageBreak: 'before' } : {}),
    },
    grid(card, ink),
    ink.text('填表说明：各项以人事档案为准，不留空；没有的填“无”或“—”。手机号与固定电话至少填一项。', {
      size: 9,
      margin: [0, mm(2.5), 0, 0],
    }),
    signatures(ink),
  ])
  return {
    title: plan.title,
    margins: [mm(20), mm(20), mm(20), mm(16)],
    content,
    footer: (page, pages) => ink.text(pages > 1 ? `第 ${page} 页　共 ${pages} 页` : '', { size: 9, align: 'center' }),
    ...(plan.demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
