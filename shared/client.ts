import { type Client, contract, type Send } from './contract.ts'
import { Refused } from './kit/refusal.ts'

/** 把一条通道变成按房间分好的过程：`app.members.list({...})`；软件说“不”时抛 Refused。 */
export const createClient = (send: Send): Client =>
  Object.fromEntries(
    Object.entries(contract).map(([room, procedures]) => [
      room,
      Object.fromEntries(
        Object.entries(procedures).map(([name, procedure]) => {
          const path = `${room}.${name}`
          const ask = async (input: unknown) => {
            const reply = await send(path, input)
            if (!reply.ok) throw new Refused(reply.refusal)
            return reply.value
          }
          return [name, Object.assign(ask, { path, procedure })]
        }),
      ),
    ]),
  ) as unknown as Client
