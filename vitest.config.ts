import { defineConfig } from 'vitest/config'

/** 所有测试都在真的 Node 24 里跑；界面测试开真的浏览器，所以给足时间、不抢核。 */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    env: { TZ: 'Asia/Shanghai' },
  },
})
