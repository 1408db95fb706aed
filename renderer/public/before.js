// 先于一切脚本：CSP 不许 eval，叫 zod 不去试。
globalThis.__zod_globalConfig = { jitless: true }
