import { foldedMarks } from '../ledger/reading.ts'

/** 汉字、间隔号之间的空格去掉：两个字的姓名常为对齐而隔开。例：'张　三' → '张三' */
export const plainName = (text: string) =>
  text.replace(/(?<=[\u3400-\u9fff\ud840-\udfff·•])\s+(?=[\u3400-\u9fff\ud840-\udfff·•])/g, '').replace(/[•．]/g, '·')

export const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(text)

/** 电话：全角变半角；是手机号的只留 11 位数字，别的照原样。例：'+86 139-1234-5678' → '13912345678' */
export const plainPhone = (text: string) => {
  const marks = foldedMarks(text).replace(/\s+/g, ' ').replace(/^'/, '').trim()
  const digits = marks.replace(/[\s-]/g, '').replace(/^(\+?86|0086)(?=1\d{10}$)/, '')
  return isMobile(digits) ? digits : marks
}
