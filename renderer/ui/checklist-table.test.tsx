import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import '../i18n/setup.ts'
import type { ChecklistLine } from './checklist-line.ts'
import { ChecklistCells, ChecklistTable } from './checklist-table.tsx'

const line: ChecklistLine = {
  n: 4,
  name: '营业执照',
  form: 'copy',
  required: true,
  tolerable: false,
  expected: 2,
  received: 1,
  state: 'missing',
  promisedOn: null,
}

const render = (look: 'dense' | 'roomy') =>
  renderToStaticMarkup(
    <ChecklistTable label="材料清单" look={look}>
      <tr>
        <ChecklistCells line={line} stepper={{ tabIndex: -1 }} onCount={() => {}} name={line.name} state="缺" />
      </tr>
    </ChecklistTable>,
  )
/** The words of each cell. */
const cells = (html: string, tag: 'th' | 'td') =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gu'))].map((match) =>
    (match[1] ?? '').replace(/<[^>]*>/gu, ''),
  )

describe('the checklist', () => {
  it('heads the same columns in both looks, the dense one with a note', () => {
    expect(cells(render('roomy'), 'th')).toEqual(['序号', '材料名称', '形式', '应收', '实收', '状态'])
    expect(cells(render('dense'), 'th')).toEqual(['#', '材料名称', '形式', '应收', '实收', '状态', '备注'])
  })

  it('shows a line in the order of its columns', () => {
    for (const look of ['roomy', 'dense'] as const) {
      expect(cells(render(look), 'td')).toEqual(['4', '营业执照', '复印件', '2', '', '缺'])
    }
  })

  it('names the count after its material and leaves the keys of a dense row to the row', () => {
    const html = render('dense')
    expect(html).toContain('role="grid"')
    expect(html).toMatch(/<input[^>]*aria-label="营业执照 实收份数"[^>]*tabindex="-1"[^>]*value="1"/iu)
    expect(render('roomy')).not.toContain('role="grid"')
  })
})
