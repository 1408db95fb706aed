import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
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
  const activities = useActivities(scope, open === 'choose')
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
          activities={activities}
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

/** 这一年填了专项的活动有几次，一次一份活动记录。 */
function useActivities(scope: LedgerScope, enabled: boolean): number {
  const lectures = useAsk(app.particulars.lectures, scope, { enabled }).data ?? []
  const themeDays = useAsk(app.particulars.themeDays, scope, { enabled }).data ?? []
  const orgLives = useAsk(app.particulars.orgLives, scope, { enabled }).data ?? []
  return [...lectures, ...themeDays, ...orgLives].filter(({ filled }) => filled).length
}
