import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as sheetjs from 'xlsx'
import { forkReader } from '../../main/imports/reader/fork-reader.ts'
import { readBytes } from '../../main/imports/reader/read-bytes.ts'
import { readerLimits, readWorkbook } from '../../main/imports/reader/read-workbook.ts'
import { openArchive } from '../../main/imports/reader/zip-guard.ts'
import type { RawBook, ReadResult } from '../../shared/imports/raw.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { explain } from '../../shared/refusals.ts'
import { csv, rowsBook, workbook } from './sheets.ts'

/** 手工拼一个压缩包，谎话也拼得出来。 */
function zip(files: { name: string; content: Uint8Array; claim?: number; flags?: number; count?: number }[]): Uint8Array {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, claim = content.byteLength, flags = 0 } of files) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.byteLength, 18)
    local.writeUInt32LE(claim, 22)
    local.writeUInt16LE(title.byteLength, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.byteLength, 20)
    central.writeUInt32LE(claim, 24)
    central.writeUInt16LE(title.byteLength, 28)
    central.writeUInt32LE(at, 42)
    locals.push(local, title, packed)
    centrals.push(central, title)
    at += 30 + title.byteLength + packed.byteLength
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.byteLength, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const text = (content: string) => new TextEncoder().encode(content)
const failure = (result: ReadResult) => ('failed' in result ? result.failed : 'read')
const firstRows = (result: ReadResult) =>
  'sheets' in result ? result.sheets[0]?.rows.map(({ cells }) => cells.map(([, cell]) => cell.text)) : result
const inChild = (name: string, bytes: Uint8Array, options: { signal?: AbortSignal; limits?: typeof readerLimits } = {}): Promise<RawBook> =>
  readWorkbook({ name, bytes }, { spawn: () => forkReader(), signal: new AbortController().signal, ...options })
const sentenceOf = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Refused ? explain(error.refusal) : String(error)
}

describe('压缩包在解开之前先检查', () => {
  const zeros = new Uint8Array(20 * 1024 * 1024)
  test('老实写着很大的炸弹不解压', () =>
    expect(openArchive(zip([{ name: 'xl/workbook.xml', content: zeros }]))).toEqual({ hostile: '压缩比高得不正常' }))
  test('谎称很小的炸弹，解到上限就停', () =>
    expect(openArchive(zip([{ name: 'xl/workbook.xml', content: zeros, claim: 100 }]))).toEqual({ hostile: '展开后大得不正常' }))
  test('许多小文件合起来太大也不读', () => {
    const noise = Uint8Array.from({ length: 1_200_000 }, (_, at) => (at * 2654435761) >>> ((at % 3) * 8))
    const files = Array.from({ length: 30 }, (_, at) => ({ name: `xl/worksheets/sheet${at}.xml`, content: noise }))
    expect(openArchive(zip(files))).toEqual({ hostile: '展开后超过 32 MB' })
  })
  test('条目太多、重名、加密、越界的名字、包中包，都说出是什么', () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ name: `f${at}`, content: text('x') }))
    expect(openArchive(zip(many))).toEqual({ hostile: '压缩包里有 201 个文件' })
    expect(
      openArchive(
        zip([
          { name: 'a.xml', content: text('1') },
          { name: 'A.XML', content: text('2') },
        ]),
      ),
    ).toEqual({ hostile: '压缩包里有重名的内容' })
    expect(openArchive(zip([{ name: 'a.xml', content: text('1'), flags: 1 }]))).toEqual({ hostile: '压缩包里有加密的内容' })
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:\\x.xml', 'a/../../b'])
      expect(openArchive(zip([{ name, content: text('1') }]))).toEqual({ hostile: '压缩包里有越界的文件名' })
    expect(openArchive(zip([{ name: 'xl/inner.zip', content: text('1') }]))).toEqual({ hostile: '压缩包里还有压缩包或程序' })
  })
  test('照片再多也不解压，名册照读', async () => {
    const book = await rowsBook([
      ['姓名', '性别'],
      ['张三', '男'],
    ])
    const archive = openArchive(book)
    expect('entries' in archive && archive.entries.has('xl/workbook.xml')).toBe(true)
    const withPhoto = zip([
      { name: 'xl/media/image1.jpeg', content: zeros },
      { name: 'xl/workbook.xml', content: text('<x/>') },
    ])
    expect(openArchive(withPhoto)).toEqual({ entries: new Map([['xl/workbook.xml', Buffer.from('<x/>')]]) })
  })
})

test('只看内容认格式：xlsx、xls、xlsb、ods、XML 2003、网页、文本都读得出同一张名单', async () => {
  const rows = [
    ['姓名', '电话'],
    ['张三', '0571-88880001'],
  ]
  const book = sheetjs.utils.book_new()
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), '名册')
  for (const bookType of ['xlsx', 'biff8', 'xlsb', 'ods', 'xlml', 'html'] as const) {
    const bytes = new Uint8Array(sheetjs.write(book, { type: 'buffer', bookType }) as Buffer)
    expect(firstRows(readBytes(bytes, '名册.xls')), bookType).toEqual(rows)
  }
  for (const content of [
    '姓名,电话\n张三,0571-88880001\n',
    '姓名\t电话\r\n张三\t0571-88880001',
    '姓名;电话\n"张三";0571-88880001',
    '\ufeff姓名，电话\n张三，0571-88880001',
  ])
    expect(firstRows(readBytes(csv(content), '名册.xls'))).toEqual(rows)
})

test('GBK 与 UTF-16 的文本读出来不是乱码', () => {
  const gbk = Uint8Array.of(
    0xd0,
    0xd5,
    0xc3,
    0xfb,
    0x2c,
    0xb5,
    0xe7,
    0xbb,
    0xb0,
    0x0d,
    0x0a,
    0xd5,
    0xc5,
    0xc8,
    0xfd,
    0x2c,
    0x31,
    0x33,
    0x39,
  )
  expect(firstRows(readBytes(gbk, '名册.csv'))).toEqual([
    ['姓名', '电话'],
    ['张三', '139'],
  ])
  const utf16 = new Uint8Array(Buffer.from('\ufeff姓名\t电话\r\n张三\t139', 'utf16le'))
  expect(firstRows(readBytes(utf16, '名册.txt'))).toEqual([
    ['姓名', '电话'],
    ['张三', '139'],
  ])
})

test('旧系统导出的 Excel 95 以前的 xls，文字不是乱码', () => {
  const record = (id: number, body: number[]) => [id & 255, id >> 8, body.length, 0, ...body]
  const label = (row: number, column: number, gbk: number[]) => record(4, [row, 0, column, 0, 0, 0, 0, gbk.length, ...gbk])
  const biff2 = Uint8Array.from([
    ...record(9, [2, 0, 0x10, 0]),
    ...label(0, 0, [0xd0, 0xd5, 0xc3, 0xfb]),
    ...label(1, 0, [0xd5, 0xc5, 0xc8, 0xfd]),
    ...record(10, []),
  ])
  expect(firstRows(readBytes(biff2, '名册.xls'))).toEqual([['姓名'], ['张三']])
})

test('引号里的逗号、换行、双引号，和 ="…" 护住的长号码都照原样', () => {
  const content = '姓名,备注,身份证号\n"张""三","一,二\n三",="999001198003010010"\n'
  expect(firstRows(readBytes(csv(content), 'a.csv'))).toEqual([
    ['姓名', '备注', '身份证号'],
    ['张"三', '一,二\n三', '999001198003010010'],
  ])
})

test('日期格、只有年月的格、中文内置格式的格，按格式认，不看显示的文字', async () => {
  const bytes = await workbook({
    名册: (sheet) => {
      sheet.addRow([new Date(Date.UTC(1980, 2, 1)), new Date(Date.UTC(1980, 2, 15)), new Date(Date.UTC(1980, 2, 15)), 29281])
      sheet.getCell('A1').numFmt = 'yyyy-mm-dd'
      sheet.getCell('B1').numFmt = 'yyyy"年"m"月"'
      sheet.getCell('C1').numFmt = '[$-804]yyyy"年"m"月"d"日";@'
    },
  })
  const [row] = (await inChild('a.xlsx', bytes)).sheets[0]?.rows ?? []
  expect(row?.cells.map(([, { kind, text: shown }]) => [kind, shown])).toEqual([
    ['date', '1980-03-01'],
    ['month', '1980-03'],
    ['date', '1980-03-15'],
    ['number', '29281'],
  ])
})

test('用了中文版 Excel 内置的 57 号格式（没有代码），仍知道只有年月', () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="57"/><xf numFmtId="31"/></cellXfs></styleSheet>'
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
  const book =
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>'
  const links =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
  const sheet =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" s="1"><v>29281</v></c><c r="B1" s="2"><v>29281</v></c><c r="C1" s="0"><v>29281</v></c><c r="XFD1" s="1"/></row></sheetData></worksheet>'
  const bytes = zip([
    { name: '[Content_Types].xml', content: text(types) },
    { name: 'xl/workbook.xml', content: text(book) },
    { name: 'xl/_rels/workbook.xml.rels', content: text(links) },
    { name: 'xl/styles.xml', content: text(styles) },
    { name: 'xl/worksheets/sheet1.xml', content: text(sheet) },
  ])
  const result = readBytes(bytes, 'a.xlsx')
  expect(failure(result)).toBe('read')
  expect('sheets' in result && result.sheets[0]?.rows[0]?.cells.map(([, { kind, text: shown }]) => [kind, shown])).toEqual([
    ['month', '1980-03'],
    ['date', '1980-03-01'],
    ['number', '29281'],
  ])
})

describe('不是名册的文件，各有一句话和下一步', () => {
  test('图片、程序、说明文件、Word 文档', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1)
    expect(failure(readBytes(png, '照片.png'))).toBe('notAWorkbook')
    expect(failure(readBytes(png, '改了名的照片.xlsx'))).toBe('notAWorkbook')
    expect(failure(readBytes(text('# 说明'), 'README.md'))).toBe('notAWorkbook')
    expect(failure(readBytes(zip([{ name: 'word/document.xml', content: text('<w/>') }]), '名册.docx'))).toBe('notAWorkbook')
    expect(await sentenceOf(inChild('照片.png', png))).toBe(
      '“照片.png”不是表格文件。请选择 .xlsx、.xls、.et 或 .csv 文件；Word 里的表请先复制到 Excel 另存。',
    )
  })
  test('设了打开密码的', async () => {
    const container = sheetjs.CFB.utils.cfb_new()
    sheetjs.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0]))
    sheetjs.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7))
    const locked = new Uint8Array(sheetjs.CFB.write(container, { type: 'buffer' }) as Buffer)
    expect(await sentenceOf(inChild('名册.xlsx', locked))).toBe('“名册.xlsx”设有打开密码。请在 Excel 或 WPS 里去掉密码、另存一份再导入。')
  })
  test('旧式 xls 设了密码（FILEPASS 记录）', () => {
    const book = sheetjs.utils.book_new()
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([['姓名']]), 'S')
    const container = sheetjs.CFB.read(sheetjs.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, { type: 'buffer' })
    const stream = sheetjs.CFB.find(container, 'Workbook')
    const old = Buffer.from(stream.content)
    const bof = 4 + old.readUInt16LE(2)
    const filepass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 9)])
    stream.content = Buffer.concat([old.subarray(0, bof), filepass, old.subarray(bof)])
    stream.size = stream.content.length
    expect(failure(readBytes(new Uint8Array(sheetjs.CFB.write(container, { type: 'buffer' }) as Buffer), '名册.xls'))).toBe('locked')
  })
  test('拦腰截断的、坏了的', async () => {
    const whole = await rowsBook([
      ['姓名', '性别'],
      ['张三', '男'],
    ])
    expect(failure(readBytes(whole.subarray(0, whole.byteLength / 2), 'a.xlsx'))).toBe('unreadable')
    expect(await sentenceOf(inChild('坏.xlsx', whole.subarray(0, 200)))).toBe(
      '“坏.xlsx”读不出来，文件可能损坏。请在 Excel 或 WPS 里打开、另存一份再导入。',
    )
  })
  test('炸弹', async () => {
    const bomb = zip([{ name: 'xl/workbook.xml', content: new Uint8Array(30 * 1024 * 1024), claim: 10 }])
    expect(await sentenceOf(inChild('a.xlsx', bomb))).toBe(
      '“a.xlsx”不像正常的表格（展开后大得不正常），为安全起见没有读取。请在 Excel 或 WPS 里另存一份再导入。',
    )
  })
})

test('任意字节都只会读出或说不，从不抛出', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0x09, 0x08], [0x3c]),
      (noise, head) => {
        expect(['read', 'notAWorkbook', 'locked', 'hostile', 'unreadable']).toContain(
          failure(readBytes(Uint8Array.from([...head, ...noise]), 'x.xls')),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('改坏真表格里的任何一处，也只会读出或说不', async () => {
  const whole = await rowsBook([
    ['姓名', '性别'],
    ['张三', '男'],
  ])
  fc.assert(
    fc.property(fc.nat(whole.byteLength - 1), fc.nat(255), (at, byte) => {
      const spoilt = Uint8Array.from(whole)
      spoilt[at] = byte
      expect(['read', 'notAWorkbook', 'locked', 'hostile', 'unreadable']).toContain(failure(readBytes(spoilt, 'x.xlsx')))
    }),
    { numRuns: 200 },
  )
})

describe('子进程出了格就杀掉', () => {
  /** 换成一个不听话的子进程。 */
  const read = (script: string, limits: Partial<typeof readerLimits> = {}, signal = new AbortController().signal) => {
    const file = join(mkdtempSync(join(tmpdir(), 'reader-')), 'process.mjs')
    writeFileSync(file, script)
    onTestFinished(() => rmSync(dirname(file), { recursive: true, force: true }))
    return sentenceOf(
      readWorkbook({ name: 'a.xlsx', bytes: csv('x') }, { spawn: () => forkReader(file), signal, limits: { ...readerLimits, ...limits } }),
    )
  }
  const tooSlow = '“a.xlsx”太大或太复杂，没有读完。请删去无关的工作表、图片和空行后另存再导入。'

  test('太慢', async () => {
    // 内存不封顶，能停下它的只有时间
    expect(await read('setInterval(() => {}, 1000); for (;;);', { milliseconds: 500, residentBytes: Infinity })).toBe(tooSlow)
  })
  test('堆外内存太多', async () => {
    // 时间长得等不到，能停下它的只有内存
    expect(
      await read('globalThis.held = []; setInterval(() => held.push(Buffer.alloc(40 << 20, 1)), 10)', { milliseconds: 3_600_000 }),
    ).toBe(tooSlow)
  })
  test('堆内内存太多', async () => {
    expect(await read('const held = []; for (;;) held.push(new Array(1000).fill(held.length))')).toBe(tooSlow)
  })
  test('自己倒下', async () => {
    expect(await read('process.exit(7)')).toBe(tooSlow)
  })
  test('取消', async () => {
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 200)
    expect(await read('setInterval(() => {}, 1000)', {}, abort.signal)).toBe('已取消，什么都没有改动。')
  })
})
