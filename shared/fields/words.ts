import type { FieldKind, FieldPrivacy } from './contract.ts'

export const fieldKindWords: Record<FieldKind, string> = { text: '文字', number: '数字', day: '日期', yesNo: '是否', choice: '单选' }
export const fieldPrivacyWords: Record<FieldPrivacy, string> = { open: '公开', private: '个人信息' }
