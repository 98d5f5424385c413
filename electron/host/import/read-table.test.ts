import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnMeaning } from '../../../domain/catalogue/columns.ts'
import { importLimits } from './raw-table.ts'
import { readTable } from './read-table.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yichuang-read-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const isKnown = (header: string) => columnMeaning(header) !== null
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(dir, name)
  await writeFile(path, content)
  return path
}
const read = async (name: string, content: string | Uint8Array) => readTable(await file(name, content), isKnown)
const rowsOf = async (name: string, content: string | Uint8Array) => {
  const table = await read(name, content)
  if (!table.ok) throw new Error(JSON.stringify(table.error))
  return table.value.rows.map(({ row, cells, problem }) => ({ row, cells: Object.fromEntries(cells), problem }))
}
const workbook = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('事项'), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('any file', () => {
  it.each([
    ['absent.json', 'file_not_found'],
    ['absent/in/folder.csv', 'file_not_found'],
    ['list.xls', 'format_unknown'],
    ['list', 'format_unknown'],
  ])('%s is refused as %s', async (name, code) => {
    expect(await readTable(join(dir, name), isKnown)).toMatchObject({ ok: false, error: { code } })
  })

  it('that is a folder is refused', async () => {
    const path = join(dir, 'folder.json')
    await mkdir(path)
    expect(await readTable(path, isKnown)).toMatchObject({ ok: false, error: { code: 'not_a_file' } })
  })

  it('larger than the limit is refused before it is read', async () => {
    const path = await file('large.json', '[]')
    await truncate(path, importLimits.bytes + 1)
    expect(await readTable(path, isKnown)).toEqual({
      ok: false,
      error: { code: 'file_too_large', params: { max: importLimits.bytes, bytes: importLimits.bytes + 1 } },
    })
  })

  it.each(['a.json', 'a.csv', 'a.xlsx'])('that is empty is refused: %s', async (name) => {
    expect(await read(name, '')).toMatchObject({ ok: false, error: { code: 'file_empty' } })
  })
})

describe('json', () => {
  it('gives a row per record, counted from 1, and names what is no record', async () => {
    expect(await rowsOf('a.json', '\ufeff[{"name":"甲","days":5},null,"乙",[1]]')).toEqual([
      { row: 1, cells: { name: '甲', days: 5 }, problem: null },
      { row: 2, cells: {}, problem: { code: 'not_a_row', header: null, params: {} } },
      { row: 3, cells: {}, problem: { code: 'not_a_row', header: null, params: {} } },
      { row: 4, cells: {}, problem: { code: 'not_a_row', header: null, params: {} } },
    ])
  })

  it.each([
    ['{"name":"甲"}', 'json_not_a_list'],
    ['[]', 'file_empty'],
    ['  ', 'file_empty'],
    ['[{"name":"甲"}\n{"name":"乙"}]', 'not_json'],
    ['事项', 'not_json'],
  ])('%j is refused as %s', async (text, code) => {
    expect(await read('a.json', text)).toMatchObject({ ok: false, error: { code } })
  })

  it('says the line of the mistake and never quotes the file', async () => {
    expect(await read('a.json', '[\n{"name":"张三"},\n{"name" "李四"}]')).toEqual({
      ok: false,
      error: { code: 'not_json', params: { line: 3 } },
    })
  })
})

const gb18030 =
  'cac2cfeec3fbb3c62ccab5caa9d6f7cce52ccac2cfeec0e0d0cd0ac8a1cbaed0edbfc92cc4b3cfd8cbaecef1bed62cd0d0d5fed0edbfc90a8139ef31d7d6b5c7bcc72cc4b3cfd8c3f1d5febed62cd0d0d5fec8b7c8cf0a'

describe('csv', () => {
  const csv = '事项名称,实施主体,事项类型\n取水许可,某县水务局,行政许可\n'
  const row = { 事项名称: '取水许可', 实施主体: '某县水务局', 事项类型: '行政许可' }

  it.each([
    ['UTF-8', csv],
    ['UTF-8 with a byte order mark', `\ufeff${csv}`],
    ['UTF-16 as spreadsheets save it', Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le')],
    ['tabs', csv.replaceAll(',', '\t')],
    ['semicolons', csv.replaceAll(',', ';')],
    ['Windows line ends', csv.replaceAll('\n', '\r\n')],
  ])('is read in %s', async (_how, content) => {
    expect(await rowsOf('a.csv', content)).toEqual([{ row: 2, cells: row, problem: null }])
  })

  it('is read in GB18030, which Chinese offices export', async () => {
    const rows = await rowsOf('a.csv', Buffer.from(gb18030, 'hex'))
    expect(rows.map(({ cells }) => cells['事项名称'])).toEqual(['取水许可', '㐂字登记'])
  })

  it('keeps quoted commas, quotes and line breaks, and counts rows as a spreadsheet does', async () => {
    const text = '某区事项清单,,\n\n事项名称,实施主体,申请材料\n"甲,乙","""局""","身份证\n户口本"\n\n丙,丁,\n'
    expect(await rowsOf('a.csv', text)).toEqual([
      { row: 4, cells: { 事项名称: '甲,乙', 实施主体: '"局"', 申请材料: '身份证\n户口本' }, problem: null },
      { row: 6, cells: { 事项名称: '丙', 实施主体: '丁', 申请材料: '' }, problem: null },
    ])
  })

  it('names a row with more cells than the header, since its cells have shifted', async () => {
    const [first, second] = await rowsOf('a.csv', '事项名称,实施主体\n甲,乙,丙\n甲,乙,\n')
    expect(first?.problem).toEqual({ code: 'too_many_cells', header: null, params: { cells: 3, columns: 2 } })
    expect(second?.problem).toBeNull()
  })

  it.each([
    ['张三,13800000000\n', 'no_header'],
    ['事项名称,实施主体\n', 'file_empty'],
    ['事项名称,实施主体\n"甲,乙\n', 'csv_broken'],
    ['事项名称,实施主体\n"甲"x,乙\n', 'csv_broken'],
    ['\u0000\u0001binary', 'encoding_unknown'],
  ])('%j is refused as %s', async (text, code) => {
    expect(await read('a.csv', text)).toMatchObject({ ok: false, error: { code } })
  })

  it('that is neither UTF-8 nor GB18030 is refused', async () => {
    expect(await read('a.csv', Buffer.from('caccff80feff', 'hex'))).toMatchObject({
      ok: false,
      error: { code: 'encoding_unknown' },
    })
  })
})

describe('xlsx', () => {
  it('is read under a merged title, with rich text, links, dates and numbers', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['某区政务服务事项清单'])
      sheet.mergeCells('A1:E1')
      sheet.addRow(['事项名称', '实施主体', '事项类型', '承诺办结时限', '备注'])
      sheet.addRow(['甲', { richText: [{ text: '水' }, { text: '务局' }] }, '行政许可', 5, new Date('2026-01-02')])
      sheet.addRow([])
      sheet.addRow([{ text: '乙', hyperlink: 'https://example.invalid' }, '局', '行政许可', true, 'a_x000D_\nb'])
    })
    expect(await rowsOf('a.xlsx', bytes)).toEqual([
      {
        row: 3,
        cells: { 事项名称: '甲', 实施主体: '水务局', 事项类型: '行政许可', 承诺办结时限: 5, 备注: '2026-01-02' },
        problem: null,
      },
      {
        row: 5,
        cells: { 事项名称: '乙', 实施主体: '局', 事项类型: '行政许可', 承诺办结时限: true, 备注: 'a\r\nb' },
        problem: null,
      },
    ])
  })

  it('takes a formula by its last result and names one without', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['事项名称', '实施主体', '承诺办结时限'])
      sheet.addRow(['甲', '局', { formula: 'A1+1', result: 7 }])
      sheet.addRow(['乙', '局', { formula: 'A1+1' }])
      sheet.addRow(['丙', '局', { formula: '1/0', result: { error: '#DIV/0!' } }])
      sheet.addRow(['丁', '局', { error: '#REF!' }])
    })
    expect((await rowsOf('a.xlsx', bytes)).map(({ cells, problem }) => problem ?? cells['承诺办结时限'])).toEqual([
      7,
      { code: 'formula_without_value', header: '承诺办结时限', params: { value: 'C3' } },
      { code: 'formula_without_value', header: '承诺办结时限', params: { value: '#DIV/0!' } },
      { code: 'formula_without_value', header: '承诺办结时限', params: { value: '#REF!' } },
    ])
  })

  it('understands a header of two merged lines and data merged downwards', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['事项名称', '实施主体', '办结时限', ''])
      sheet.addRow(['', '', '法定办结时限', '承诺办结时限'])
      sheet.mergeCells('A1:A2')
      sheet.mergeCells('B1:B2')
      sheet.mergeCells('C1:D1')
      sheet.addRow(['甲', '水务局', 20, 5])
      sheet.addRow(['乙', '', 20, 6])
      sheet.mergeCells('B3:B4')
    })
    expect(await rowsOf('a.xlsx', bytes)).toEqual([
      { row: 3, cells: { 事项名称: '甲', 实施主体: '水务局', 法定办结时限: 20, 承诺办结时限: 5 }, problem: null },
      { row: 4, cells: { 事项名称: '乙', 实施主体: '水务局', 法定办结时限: 20, 承诺办结时限: 6 }, problem: null },
    ])
  })

  it('takes the first sheet that has the header', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRow(['填表说明'])
      const list = book.addWorksheet('清单')
      list.addRow(['事项名称', '实施主体'])
      list.addRow(['甲', '局'])
    })
    expect(await rowsOf('a.xlsx', bytes)).toHaveLength(1)
  })

  it('without header, without rows, or not a workbook at all is refused', async () => {
    const refusal = async (bytes: Uint8Array) => {
      const table = await read('a.xlsx', bytes)
      return table.ok ? null : table.error.code
    }
    expect(await refusal(await workbook((sheet) => sheet.addRow(['说明', '时间'])))).toBe('no_header')
    expect(await refusal(await workbook((sheet) => sheet.addRow(['事项名称', '实施主体'])))).toBe('file_empty')
    expect(await refusal(await workbook(() => undefined))).toBe('file_empty')
    expect(await refusal(Buffer.from('事项名称,实施主体'))).toBe('xlsx_broken')
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('xlsx_locked')
    const whole = await workbook((sheet) => sheet.addRow(['事项名称', '实施主体']))
    expect(await refusal(whole.slice(0, whole.length / 2))).toBe('xlsx_broken')
    const scrambled = whole.map((byte, at) => (at > 40 && at < 400 ? byte ^ 0x5a : byte))
    expect(await refusal(scrambled)).toBe('xlsx_broken')
  })

  it('that unpacks to more than the limit is refused before it is unpacked', async () => {
    const bytes = Buffer.from(await workbook((sheet) => sheet.addRow(['事项名称', '实施主体'])))
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt32LE(importLimits.unpackedBytes + 1, entry + 24)
    expect(await read('a.xlsx', bytes)).toMatchObject({ ok: false, error: { code: 'file_too_large' } })
  })
})
