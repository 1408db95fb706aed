import Database from 'better-sqlite3'

/** 写的连接最多用多少内存放还没写出的页：上万人的导入装得下，不必反复写同一页。平时用不到这么多。 */
const WRITER_CACHE_KB = 32_768

/**
 * 一条连接，设好每次打开都要设的。
 * @throws SQLITE_NOTADB 密钥不对，或者不是数据库
 */
export function connect(path: string, key: Uint8Array | undefined, readonly: boolean): Database.Database {
  const db = new Database(path, { readonly })
  if (key) {
    db.pragma(`cipher = 'chacha20'`)
    db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
  }
  db.pragma('trusted_schema = off')
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = on')
  if (!readonly) {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    db.pragma(`cache_size = -${WRITER_CACHE_KB}`)
    if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
  }
  return db
}

/** 只给测试与性能对照用：同一个文件的裸连接。 */
export const bareConnection = (path: string, readonly = true) => connect(path, undefined, readonly)
