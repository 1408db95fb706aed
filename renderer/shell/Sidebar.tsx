import { Link, useLocation } from 'wouter'
import { useAttendanceSummary } from '../attendance/use-summary.ts'
import { useDuesSummary } from '../dues/use-summary.ts'
import { useWaitingMeetings } from '../home/waiting.ts'
import { doorOf, familyOf, type Room, rooms } from '../rooms.tsx'

/** 左边：房间，用干活的人的话；数字是等着办的，不是总数。 */
export function Sidebar() {
  const [path] = useLocation()
  const waiting = useWaitingMeetings().length
  const owing = useDuesSummary()?.peopleOwing ?? 0
  const absent = useAttendanceSummary()?.peopleOpen ?? 0
  const at = (room: Room) => (room.path === '/' ? path === '/' : path.startsWith(doorOf(room)))
  const current = (room: Room) => at(room) || (room.family !== undefined && familyOf(room.family).some(at))
  const line = (room: Room) => (
    <li key={room.key}>
      <Link
        href={doorOf(room)}
        title={room.key === 'help' ? 'F1：这一页的帮助' : undefined}
        aria-current={current(room) ? 'page' : undefined}
        className="sidebar-link"
      >
        {room.label}
        {room.key === 'meetings' && waiting > 0 && <Count of={waiting} />}
        {room.key === 'attendance' && absent > 0 && (
          <span className="sidebar-count" title={`${absent} 人请假或缺席还没补课`}>
            {absent}待补
          </span>
        )}
        {room.key === 'dues' && owing > 0 && (
          <span className="sidebar-count" title={`${owing} 人欠交党费`}>
            {owing}欠
          </span>
        )}
      </Link>
    </li>
  )
  return (
    <nav className="sidebar" aria-label="房间">
      <ul>{rooms.filter((room) => room.shelf === 'work').map(line)}</ul>
      <hr />
      <ul>{rooms.filter((room) => room.shelf === 'desk').map(line)}</ul>
    </nav>
  )
}

const Count = ({ of }: { of: number }) => (
  <span className="sidebar-count" title={`${of} 件等着办`}>
    <span className="sr-only">，等着办的有</span>
    {of}
    <span className="sr-only">件</span>
  </span>
)
