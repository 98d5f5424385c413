import { type ReportBlock, type ReportDocument, type TableCell, placeCells } from './document.ts'

/** One page that needs nothing else: it is opened from a disk, printed, or put on a site. */
export const reportHtml = ({ title, blocks }: ReportDocument): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escape(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escape(title)}</h1>`,
    ...blocks.map(blockHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n')

const blockHtml = (block: ReportBlock): string => {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`
    case 'table':
      // A table that is no rectangle is a slip of ours: better no page than a wrong one.
      placeCells(block)
      return ['<table>', ...block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`), '</table>'].join('\n')
  }
}

const cellHtml = ({ value, across, down, head }: TableCell): string => {
  const tag = head ? 'th' : 'td'
  const spans = `${across > 1 ? ` colspan="${String(across)}"` : ''}${down > 1 ? ` rowspan="${String(down)}"` : ''}`
  return `<${tag}${spans}>${escape(String(value))}</${tag}>`
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = [
  'body{margin:2em auto;max-width:60em;font-family:"FangSong","Noto Serif CJK SC",serif;line-height:1.8;color:#000}',
  'h1{text-align:center;font-size:1.6em}',
  'h2{font-size:1.2em}',
  'p{text-indent:2em}',
  'table{border-collapse:collapse;width:100%;font-size:.85em;line-height:1.4}',
  'th,td{border:1px solid #000;padding:.3em;text-align:center;font-weight:normal}',
].join('')
