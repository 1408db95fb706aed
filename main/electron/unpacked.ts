/**
 * 工人线程与旁边的进程在压缩包外：把 app.asar 里的路径换成旁边解开的那一份。没有打包时原样。
 * @example unpacked('/opt/app.asar/out/main/reader.mjs') //=> '/opt/app.asar.unpacked/out/main/reader.mjs'
 */
export const unpacked = (path: string) => path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2')
