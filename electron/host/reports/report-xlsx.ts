import type { Worksheet } from 'exceljs'
import { type ReportDocument, type ReportTable, placeCells } from './document.ts'

/** A workbook: the text on its first sheet, every table on one of its own, cells merged as in the official form. */
export const reportXlsx = async (document: ReportDocument): Promise<Uint8Array> => {
  // Loaded only here: it is large, and most starts of the host never write a workbook.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  writeText(workbook.addWorksheet('正文'), document)
  for (const block of document.blocks) if (block.kind === 'table') writeTable(workbook.addWorksheet(block.name), block)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const writeText = (sheet: Worksheet, { title, blocks }: ReportDocument): void => {
  sheet.getColumn(1).width = 100
  const write = (text: string, bold: boolean) => {
    const cell = sheet.addRow([text]).getCell(1)
    cell.alignment = { wrapText: true, vertical: 'top' }
    cell.font = { bold }
  }
  write(title, true)
  for (const block of blocks) {
    if (block.kind === 'table') write(`（见工作表“${block.name}”）`, false)
    else write(block.text, block.kind === 'heading')
  }
}

const writeTable = (sheet: Worksheet, table: ReportTable): void => {
  const border = { style: 'thin' } as const
  for (const { row, column, across, down, value, head } of placeCells(table)) {
    if (across > 1 || down > 1) sheet.mergeCells(row, column, row + down - 1, column + across - 1)
    const cell = sheet.getCell(row, column)
    cell.value = value === '' ? null : value
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: head }
    cell.border = { top: border, bottom: border, left: border, right: border }
  }
  for (let column = 1; column <= sheet.columnCount; column += 1) sheet.getColumn(column).width = 16
}
