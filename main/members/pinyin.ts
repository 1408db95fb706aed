import { pinyin } from 'pinyin-pro'

/**
 * 搜索用的拼音：姓按姓氏的读音，ü 写作 v；间隔号、空格不算，字母与数字照原样小写。
 * @example pinyinOf('单田芳') → { full: 'shantianfang', initials: 'stf' }
 * @example pinyinOf('买买提·吐尔逊江') → { full: 'maimaitituerxunjiang', initials: 'mmttexj' }
 */
export const pinyinOf = (name: string): { full: string; initials: string } => {
  const syllables = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') }
}
