/** 命令行没有写 --actor 时，操作记录里的操作人。 */
export const CONSOLE = '控制台'
