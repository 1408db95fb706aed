import type { Client } from '../../../shared/contract.ts'
import type { OpenApp } from '../open-app.ts'

/** 根组织的 2026 年。 */
export const scope = async ({ make }: OpenApp) => ({ organizationId: await make.root(), year: 2026 })

/** 先备好场面，再给出输入。 */
export const after = async <T>(scene: Promise<unknown>, input: () => Promise<T>): Promise<T> => {
  await scene
  return input()
}

/** 刚才那一步操作。 */
export const lastOperation = async (app: Client) => (await app.history.latest({})).undo?.id ?? 0
