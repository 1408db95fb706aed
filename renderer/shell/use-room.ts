import { matchRoute, useLocation, useRouter } from 'wouter'
import { type Room, rooms } from '../rooms.tsx'

/** 人在哪个房间；地址不认识为 undefined。 */
export function useRoom(): Room | undefined {
  const [path] = useLocation()
  const { parser } = useRouter()
  return rooms.find((room) => matchRoute(parser, room.path, path)[0])
}
