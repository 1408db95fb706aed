/** 一个姓名的搜索用拼音。 */
export interface SearchKeys {
  pinyin: string
  initials: string
}

/**
 * 搜索用的拼音：姓按姓氏的读音，ü 写作 v；间隔号、空格不算，字母与数字照原样小写。字典有十几兆，登记人时才装。
 * @example (await pinyinReader())('单田芳') → { pinyin: 'shantianfang', initials: 'stf' }
 * @example (await pinyinReader())('买买提·吐尔逊江') → { pinyin: 'maimaitituerxunjiang', initials: 'mmttexj' }
 */
export async function pinyinReader(): Promise<(name: string) => SearchKeys> {
  const { pinyin } = await import('pinyin-pro')
  return (name) => {
    const syllables = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true })
      .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
      .filter((syllable) => syllable !== '')
    return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') }
  }
}
