export interface DraftTable {
  key: string
  at: string
  content: string
}
