import type { Category, Standing } from '../members/contract.ts'

/**
 * 这名党员那天有没有表决权：正式党员，党籍正常。预备党员、停止党籍的没有。
 * 来源：《中国共产党基层组织选举工作条例》第五条；发展党员工作细则（预备党员没有表决权、选举权和被选举权）。
 * @example canVote({ category: 'probationary', standing: 'normal' }) → false
 */
export const canVote = ({ category, standing }: { category: Category | null; standing: Standing | null }): boolean =>
  category === 'formal' && standing === 'normal'
