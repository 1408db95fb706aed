import { isAbsolute, resolve } from 'node:path'

/** 启动时要打开什么。 */
export interface Opening {
  ledger?: string
  demo: boolean
}

/**
 * 从命令行里认出双击的台账文件与 --demo。
 * @example openingFrom(['支部台账.exe', 'D:/台账/一支部.taizhang'], 'C:/') //=> { ledger: 'D:/台账/一支部.taizhang', demo: false }
 */
export function openingFrom(argv: readonly string[], folder: string): Opening {
  const named = argv[argv.indexOf('--ledger') + 1]
  const given = argv.includes('--ledger') ? named : argv.slice(1).findLast((argument) => argument.toLowerCase().endsWith('.taizhang'))
  return { demo: argv.includes('--demo'), ...(given ? { ledger: isAbsolute(given) ? given : resolve(folder, given) } : {}) }
}
