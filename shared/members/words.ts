import type { Category, Gender, Standing } from './contract.ts'

export const genderWords: Record<Gender, string> = { male: '男', female: '女' }
export const categoryWords: Record<Category, string> = { formal: '正式党员', probationary: '预备党员' }
export const standingWords: Record<Standing, string> = {
  normal: '正常',
  suspended: '停止党籍',
  movedOut: '已转出',
  left: '已出党',
  deceased: '已去世',
}
