/** 一组时间的中位数与 p95，毫秒。 */
export interface Timing {
  median: number
  p95: number
}

export const timingOf = (samples: readonly number[]): Timing => {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95) }
}

/** 做 times 遍，前 warmUp 遍不算。 */
export async function measure(times: number, work: (at: number) => unknown, warmUp = 3): Promise<Timing> {
  const samples: number[] = []
  for (let at = 0; at < times + warmUp; at += 1) {
    const start = performance.now()
    await work(at)
    if (at >= warmUp) samples.push(performance.now() - start)
  }
  return timingOf(samples)
}

/** 表上的一行：实测、裸的对照、界限（毫秒；内存是 MB，what 里注明）；界限看哪个数。 */
export interface Figure {
  what: string
  members: number
  measured: Timing
  bare?: Timing | undefined
  bound?: { of: keyof Timing; most: number } | undefined
}

const shown = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0))
const wide = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 2 : 1), 0)
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - wide(text)))

const holds = ({ bound, measured }: Figure) => bound === undefined || measured[bound.of] <= bound.most

/** 整张表；最后一行说几项在界限内。 */
export function report(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, members, measured, bare, bound } = figure
    return [
      what,
      String(members),
      shown(measured.median),
      shown(measured.p95),
      bare ? shown(bare.median) : '—',
      bare ? `×${(measured.median / bare.median).toFixed(1)}` : '—',
      bound ? `${bound.of === 'p95' ? 'p95' : '中位'} ≤ ${bound.most}` : '—',
      bound ? (holds(figure) ? '合' : '超') : '',
    ]
  })
  const table = [['做什么（毫秒，注明的除外）', '党员', '中位', 'p95', '裸', '倍数', '界限', ''], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => wide(row[column] ?? '')))) ?? []
  const bounded = figures.filter(({ bound }) => bound)
  const lines = table.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, '', `${bounded.filter(holds).length} of ${bounded.length} bounds hold`].join('\n')
}
