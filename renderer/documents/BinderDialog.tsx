import { Button, Checkbox } from 'antd'
import { bindsByDefault } from '../../shared/documents/rules.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { useKept } from '../kit/remembered.ts'

export interface ShelfLine {
  ledger: string
  title: string
  rows: number
}

interface BinderDialogProps {
  filled: readonly ShelfLine[]
  year: number
  /** 能附的会议记录有几次。 */
  records: number
  /** 填了专项、能附的活动记录有几份。 */
  activities: number
  onBind: (chosen: { ledgers: string[]; activities: boolean; minutes: boolean; pictures: boolean }) => void
  onClose: () => void
}

/** 与常用的不同的选择，随这本台账记住；以后新有的台账照常用的。 */
interface Picks {
  ledgers: Record<string, boolean>
  /** 以前记下的没有这一项，算附。 */
  activities?: boolean
  minutes: boolean
  pictures: boolean
}

/** 年度台账册装哪几本：先勾好常用的，次序照架子。 */
export function BinderDialog({ filled, year, records, activities: count, onBind, onClose }: BinderDialogProps) {
  const [picks, keep] = useKept<Picks>('view/binder', { ledgers: {}, minutes: false, pictures: true })
  const isPicked = (ledger: string) => picks.ledgers[ledger] ?? bindsByDefault(ledger)
  const pick = (ledger: string, picked: boolean) => keep({ ...picks, ledgers: { ...picks.ledgers, [ledger]: picked } })
  const pickAll = () => keep({ ...picks, ledgers: Object.fromEntries(filled.map(({ ledger }) => [ledger, true])) })
  const chosen = filled.filter(({ ledger }) => isPicked(ledger)).map(({ ledger }) => ledger)
  const minutes = picks.minutes && records > 0
  const activities = (picks.activities ?? true) && count > 0
  return (
    <Dialog
      title={`${year} 年度台账册`}
      verb="装订并预览"
      width={880}
      dirty={false}
      disabled={chosen.length === 0 && !minutes && !activities}
      onSave={() => onBind({ ledgers: chosen, activities, minutes, pictures: picks.pictures })}
      onClose={onClose}
    >
      <p className="hint">封面、目录在前，各本台账另起一页，页码连着编。封面留有签名、盖章的地方。</p>
      <fieldset className="binder-list">
        <legend>
          装订 {chosen.length} 本
          <Button type="link" size="small" onClick={pickAll}>
            全选
          </Button>
          <Button type="link" size="small" onClick={() => keep({ ...picks, ledgers: {} })}>
            恢复常用
          </Button>
        </legend>
        {filled.map(({ ledger, title, rows }) => (
          <Checkbox key={ledger} checked={isPicked(ledger)} onChange={(event) => pick(ledger, event.target.checked)}>
            {title} <span className="quiet">{rows} 行</span>
          </Checkbox>
        ))}
      </fieldset>
      <div className="binder-minutes">
        <Checkbox checked={activities} disabled={count === 0} onChange={(event) => keep({ ...picks, activities: event.target.checked })}>
          后面附主题党日、党课、组织生活会的活动记录（{count} 份）
        </Checkbox>
        <Checkbox checked={minutes} disabled={records === 0} onChange={(event) => keep({ ...picks, minutes: event.target.checked })}>
          后面附 {year} 年的会议记录（{records} 次）
        </Checkbox>
        {(minutes || activities) && (
          <Checkbox checked={picks.pictures} onChange={(event) => keep({ ...picks, pictures: event.target.checked })}>
            连同签到表扫描件和照片
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
