import { Select } from 'antd'
import type { ImportTarget } from '../../shared/imports/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'

/** 这本台账要人先定的几项：记在哪个账户、没写科目的记作什么。文件里写了的照文件。 */
export function Asks({ target, onChoose }: { target: ImportTarget; onChoose: (key: string, value: string) => void }) {
  const asks = useAsk(app.imports.asks, target, { keep: true })
  if (!asks.data || asks.data.length === 0) return null
  return (
    <fieldset className="import-asks">
      <legend className="sr-only">导入前先定</legend>
      {asks.data.map(({ key, label, choices, chosen }) => (
        <span key={key} className="import-ask">
          <span>{label}</span>
          <Select
            aria-label={label}
            size="small"
            style={{ minWidth: 120 }}
            value={chosen}
            onChange={(value) => onChoose(key, value)}
            options={choices.map((choice) => ({ value: choice, label: choice }))}
          />
        </span>
      ))}
    </fieldset>
  )
}
