import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { brokenWalls, loadedWith, type Writers } from './house.ts'
import { readSource } from './read-imports.ts'

const root = join(import.meta.dirname, '../..')

const sources = ['main', 'renderer', 'shared', 'migrations', 'scripts', 'tests'].flatMap((house) =>
  readdirSync(join(root, house), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')
      return readSource(path, readFileSync(join(root, path), 'utf8'))
    }),
)

const writers: Writers = new Map(sources.map(({ path, writers }) => [path, writers]))
const imagined: Writers = new Map([['main/members/repository.ts', ['insert']]])
const broken = (path: string, text: string) => brokenWalls(readSource(path, text), imagined)

describe('墙', () => {
  test('整座房子没有一处拆墙', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect([...writers.values()].flat().length, '认得出会写的函数').toBeGreaterThan(20)
    expect(sources.flatMap((source) => brokenWalls(source, writers))).toEqual([])
  })

  test('每堵墙都真的会倒：编造的违例一处也不放过', () => {
    const violations: [path: string, text: string][] = [
      ['renderer/dues/DuesScreen.tsx', `import { dues } from '../../main/dues/service.ts'`],
      ['renderer/dues/DuesScreen.tsx', `import fs from 'node:fs'`],
      ['renderer/dues/DuesScreen.tsx', `const x = await import('electron')`],
      ['main/dues/service.ts', `import { app } from 'electron'`],
      ['main/dues/service.ts', `import type { BrowserWindow } from 'electron'`],
      ['main/dues/service.ts', `type W = import('electron').BrowserWindow`],
      ['main/dues/service.ts', `import Database from 'better-sqlite3'`],
      ['main/dues/service.ts', `const Database = require('better-sqlite3')`],
      ['main/imports/service.ts', `import * as XLSX from 'xlsx'`],
      ['main/imports/service.ts', `import { write } from 'hucre'`],
      ['main/imports/service.ts', `export * from 'pdfmake/build/pdfmake.js'`],
      ['main/files/service.ts', `import { zipSync } from 'fflate'`],
      ['main/documents/workbook.ts', `import ExcelJS from 'exceljs'`],
      ['main/dues/service.ts', `import { Screen } from '../../renderer/kit/Screen.tsx'`],
      ['main/dues/service.ts', `import React from 'react'`],
      ['main/dues/service.ts', `import { openApp } from '../../tests/support/open-app.ts'`],
      ['main/dues/service.ts', `import { listen } from '../browser/server.ts'`],
      ['main/browser/server.ts', `import { start } from '../electron/start.ts'`],
      ['main/dues/service.ts', `import { insert } from '../members/repository.ts'`],
      ['main/dues/service.ts', `import * as members from '../members/repository.ts'; members.insert(db, row)`],
      ['main/dues/service.ts', `import type { MemberTable } from '../members/table.ts'`],
      ['main/dues/service.ts', `const room = 'x'; await import(room)`],
      ['shared/dues/rules.ts', `import { pay } from '../../main/dues/service.ts'`],
      ['shared/dues/rules.ts', `import { useState } from 'react'`],
      ['shared/dues/rules.ts', `import { readFileSync } from 'node:fs'`],
      ['shared/dues/rules.ts', `export const now = () => Date.now()`],
      ['shared/dues/rules.ts', `export const now = () => new Date()`],
      ['shared/dues/rules.ts', `export const any = Math.random()`],
      ['shared/dues/rules.ts', `export const id = crypto.randomUUID()`],
      ['migrations/0009-dues.ts', `import { Fen } from '../shared/kit/values.ts'`],
      ['main/core/open-ledger.ts', `import x from '../../../elsewhere/x.ts'`],
      ['main/dues/helpers.ts', ''],
      ['shared/kit/utils.ts', ''],
      ['renderer/kit/store.ts', ''],
      ['tests/support/common.ts', ''],
      ['scripts/misc.ts', ''],
      ['main/core/manager.ts', ''],
    ]
    const unnoticed = violations.filter(([path, text]) => broken(path, text).length === 0)
    expect(unnoticed).toEqual([])
  })

  test('守规矩的写法不被冤枉', () => {
    const allowed: [path: string, text: string][] = [
      ['renderer/dues/DuesScreen.tsx', `import { dues } from '../../shared/dues/contract.ts'; import { useState } from 'react'`],
      ['main/electron/window.ts', `import type { BrowserWindow } from 'electron'; import { a } from '../shell/pages.ts'`],
      ['main/core/open-ledger.ts', `import Database from 'better-sqlite3'; import { migrations } from '../../migrations/index.ts'`],
      ['main/core/schema.ts', `import type { MemberTable } from '../members/table.ts'`],
      ['main/dues/service.ts', `import * as members from '../members/repository.ts'; members.find(db, 1)`],
      ['main/members/service.ts', `import * as members from './repository.ts'`],
      ['main/documents/workbook.ts', `import { write } from 'hucre'`],
      ['main/imports/reader/read-workbook.ts', `import * as XLSX from 'xlsx'`],
      ['shared/kit/calendar.ts', `export const day = new Date(Date.UTC(2026, 0, 1)); export const z = 'Date.now'`],
      ['tests/shells/electron.test.ts', `import type { BrowserWindow } from 'electron'`],
    ]
    expect(allowed.flatMap(([path, text]) => broken(path, text))).toEqual([])
  })
})

describe('一打开就装进内存的', () => {
  const heavy = (...entries: string[]) => [
    ...new Set(
      [...loadedWith(entries, sources)]
        .filter((name) => /^(pdfmake|hucre|fflate|xlsx)|\/demo\//.test(name))
        .map((name) => name.replace(/^pdfmake\/.*/, 'pdfmake')),
    ),
  ]

  test('主进程不装做文书、读外来表格的库，也不装演示台账的底稿', () => {
    const shells = ['main/core/core.ts', 'main/browser/index.ts', 'main/shell/node-ports.ts', 'main/electron/start.ts']
    expect(shells.filter((path) => !sources.some((source) => source.path === path))).toEqual([])
    expect(heavy(...shells)).toEqual([])
  })

  test('那些库由各自的几个文件装，在别的线程、进程里', () => {
    expect(heavy('main/documents/pdf.ts', 'main/documents/workbook.ts', 'main/documents/zip.ts').sort()).toEqual([
      'fflate',
      'hucre',
      'pdfmake',
    ])
    expect(heavy('main/imports/reader/read-bytes.ts')).toEqual(['xlsx'])
  })
})
