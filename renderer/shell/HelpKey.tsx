import { lazy, Suspense, useState } from 'react'
import { useKeys } from '../kit/keys.ts'
import { useRoom } from './use-room.ts'

const HelpAside = lazy(() => import('../help/HelpAside.tsx'))

/** F1 打开或关上这一屏的帮助；正在“帮助”里就不必了。 */
export function HelpKey({ atDesk }: { atDesk: boolean }) {
  const [open, setOpen] = useState(false)
  const room = useRoom()
  const here = atDesk ? room?.key : 'door'
  const toggle = () => setOpen(!open)
  useKeys({ F1: toggle })
  if (!open || here === 'help') return null
  return (
    <Suspense fallback={null}>
      <HelpAside key={here} room={here ?? 'home'} linked={atDesk} onClose={() => setOpen(false)} />
    </Suspense>
  )
}
