import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { isActivityLedger } from '../../shared/documents/rules.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import { BinderDialog, type ShelfLine } from './BinderDialog.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import type { WantedGiven } from './wanted.ts'

interface CollectionButtonsProps {
  scope: LedgerScope
  /** 这一年有内容的台账。 */
  filled: readonly ShelfLine[]
  /** 还没有数完，先不能打包。 */
  counting: boolean
  /** 这一年能装订的会议记录有几次。 */
  records: number
}

/** 一次拿全：各本台账打成一包，或装订成一册。 */
export function CollectionButtons({ scope, filled, counting, records }: CollectionButtonsProps) {
  const [open, setOpen] = useState<'pack' | 'choose'>()
  const [pdf, setPdf] = useState(false)
  const [book, setBook] = useState<WantedGiven>()
  const nothing = filled.length === 0
  return (
    <>
      <Button disabled={counting || nothing} onClick={() => setOpen('pack')}>
        全部打包
      </Button>
      <Button disabled={counting || (nothing && records === 0)} onClick={() => setOpen('choose')}>
        年度台账册
      </Button>
      {open === 'pack' && (
        <PreviewDialog
          label="全部打包"
          wanted={{ kind: 'pack', scope, pdf }}
          choices={
            <Checkbox checked={pdf} onChange={(event) => setPdf(event.target.checked)}>
              每份另做一份 PDF
            </Checkbox>
          }
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'choose' && (
        <BinderDialog
          filled={filled}
          year={scope.year}
          records={records}
          activities={filled.filter(({ ledger }) => isActivityLedger(ledger)).reduce((sum, { rows }) => sum + rows, 0)}
          onBind={(chosen) => {
            setOpen(undefined)
            setBook({ kind: 'binder', scope, ...chosen })
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {book && <PreviewDialog label="年度台账册" wanted={book} onClose={() => setBook(undefined)} />}
    </>
  )
}
