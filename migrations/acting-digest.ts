/** 最新一版台账的触发器与视图的摘要（`digestOfActing`）。添了迁移就照测试给出的改。 */
export const actingDigest = 'b9de4cfe5ad1bd355785e62ae9573b34d0967eb57ed3a1185d4455fd22926f3e'
