/** Electron 的 utilityProcess 给 parentPort，fork 给 process.send。 */
interface ParentPort {
  on(event: 'message', listen: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** 在子进程里：每收到一件，做完答一句。 */
export function answerParent(work: (message: unknown, answer: (message: unknown) => void) => void | Promise<void>): void {
  const { parentPort } = process as unknown as { parentPort?: ParentPort }
  if (parentPort) parentPort.on('message', ({ data }) => void work(data, (answer) => parentPort.postMessage(answer)))
  else process.on('message', (message) => void work(message, (answer) => void process.send?.(answer)))
}
