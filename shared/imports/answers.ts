/** 问人“是不是已有的”，都不是时按钮上的话。 */
export const noneWords = {
  person: '都不是，新增',
  /** 没有可选的人，只问是不是另一个人。 */
  another: '是另一个人，新增',
  meeting: '是另一次，新增',
} as const
