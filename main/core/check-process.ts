import { answerParent } from './answer-parent.ts'
import { connect } from './connect.ts'
import { type Damage, damageIn } from './damage.ts'

/** 要核对的文件；key 是文件密钥，没有设口令时省略。 */
export interface ToCheck {
  path: string
  key?: Uint8Array | undefined
}

/** 核对完了交回的：损坏的地方；查不下去的原因是代码，不带内容。 */
export type Checked = { damage: Damage[] } | { failed: string }

const CACHE_KB = 65_536

function check({ path, key }: ToCheck): Checked {
  try {
    const db = connect(path, key, true)
    // 索引与表来回对照，放得下才不必反复读同一页：五千人的台账由十秒变两秒
    db.pragma(`cache_size = -${CACHE_KB}`)
    // 核对时用得着的中间结果不写到磁盘上：加密的台账不在外面留下一点
    db.pragma('temp_store = memory')
    const damage = damageIn(db)
    db.close()
    return { damage }
  } catch (error) {
    return { failed: (error as { code?: string }).code ?? (error as Error).name }
  }
}

/** 核对子进程的入口：逐页核对大的台账要好几秒，坏了的文件还可能让它倒下，都不关主进程的事。 */
answerParent((message, answer) => answer(check(message as ToCheck)))
