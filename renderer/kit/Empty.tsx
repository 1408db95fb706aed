import type { ReactNode } from 'react'

/** 空着的时候：一句话，加下一步的按钮。 */
export function Empty({ sentence, children }: { sentence: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{sentence}</p>
      {children && <div className="empty-steps">{children}</div>}
    </div>
  )
}
