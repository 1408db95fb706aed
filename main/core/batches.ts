/** 一句 SQL 里一起写几行：再多也快不了，参数却有上限（三万多）。 */
const SIZE = 100

/** 分成一批一批。例：batches([1, 2, 3]) //=> [[1, 2, 3]] */
export const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / SIZE) }, (_, at) => rows.slice(at * SIZE, (at + 1) * SIZE))
