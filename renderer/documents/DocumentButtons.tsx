import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { PreviewDialog } from './PreviewDialog.tsx'
import type { WantedGiven } from './wanted.ts'

export interface DocumentItem {
  label: string
  wanted: WantedGiven
}

interface DocumentButtonsProps {
  items: readonly DocumentItem[]
  /** 收进一个按钮里；给出它的文字，如“导出台账”。 */
  menu?: string
  size?: 'small' | 'middle'
}

/**
 * 制作文书的按钮：按下先看预览，再保存或打印。
 * @example <DocumentButtons menu="导出台账" items={[{ label: '三会一课台账 Excel', wanted: { kind: 'ledger', ledger: 'register', scope, format: 'xlsx' } }]} />
 */
export function DocumentButtons({ items, menu, size = 'middle' }: DocumentButtonsProps) {
  const [open, setOpen] = useState<DocumentItem>()
  const dialog = open && <PreviewDialog label={open.label} wanted={open.wanted} onClose={() => setOpen(undefined)} />
  if (menu)
    return (
      <>
        <Dropdown
          trigger={['click']}
          menu={{
            items: items.map(({ label }) => ({ key: label, label })),
            onClick: ({ key }) => setOpen(items.find((item) => item.label === key)),
          }}
        >
          <Button aria-haspopup="menu">{menu} ▾</Button>
        </Dropdown>
        {dialog}
      </>
    )
  return (
    <>
      {items.map((item) => (
        <Button key={item.label} size={size} onClick={() => setOpen(item)}>
          {item.label}
        </Button>
      ))}
      {dialog}
    </>
  )
}
