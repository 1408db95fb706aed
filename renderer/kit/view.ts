import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { useKept } from './remembered.ts'

/** 一本台账在屏幕上的样子：显示哪些列、什么次序，另定的宽（约几个汉字）。 */
export interface View {
  columns: string[]
  widths: Record<string, number>
}

/**
 * 这本台账的样子，随台账存，换一台电脑打开也还在；只留描述里还有的列。
 * @example const [view, setView] = useView(membersLedger, ['name', 'mobile'])
 */
export function useView(
  ledger: Ledger,
  usual: readonly string[],
  usualWidths: Record<string, number> = {},
): [View, (view: View) => void, boolean] {
  const [kept, keep] = useKept<View | null>(`view/${ledger.id}`, null)
  const known = new Set(columnsOf(ledger).map(({ field }) => field))
  const columns = kept?.columns.filter((field) => known.has(field)) ?? []
  const view = kept && columns.length > 0 ? { columns, widths: kept.widths } : { columns: [...usual], widths: usualWidths }
  return [view, keep, kept !== null]
}
