import { describe, expect, it } from 'vitest'
import { plainDate } from '../../plain-date.ts'
import { giveIndexNo } from './give-number.ts'

const template = '{organ}/{category}-{year}-{serial:4}'
const wanted = { template, organ: '青岚县财政局', madeOn: plainDate('2026-11-02'), codes: {} }
const budget = { indexNo: '035210000/YS-2026-0007', template, organ: '青岚县财政局' }

describe('the number of an entry that was typed without one', () => {
  it('[PUB-27] is the next of its series, with the codes that are given', () => {
    const codes = { organ: '035210000', category: 'YS' }
    expect(giveIndexNo({ ...wanted, codes }, [])).toEqual({ ok: true, value: '035210000/YS-2026-0001' })
    expect(giveIndexNo({ ...wanted, codes }, [budget])).toEqual({ ok: true, value: '035210000/YS-2026-0008' })
    expect(giveIndexNo({ ...wanted, codes: { ...codes, category: 'JS' } }, [budget])).toEqual({
      ok: true,
      value: '035210000/JS-2026-0001',
    })
  })

  it('[PUB-27] takes the codes of its organ from the latest entry by the same template, never the column', () => {
    const codes = { category: 'JS' }
    expect(giveIndexNo({ ...wanted, codes }, [budget])).toEqual({ ok: true, value: '035210000/JS-2026-0001' })
    expect(giveIndexNo(wanted, [budget])).toEqual({ ok: false, error: { code: 'code_missing', part: 'category' } })
    const other = { ...budget, organ: '青岚县水务局' }
    expect(giveIndexNo({ ...wanted, codes }, [other])).toEqual({
      ok: false,
      error: { code: 'code_missing', part: 'organ' },
    })
  })

  it('[PUB-27] is none where the template is no template', () => {
    expect(giveIndexNo({ ...wanted, template: '{year}' }, [])).toEqual({
      ok: false,
      error: { code: 'template_invalid', problems: [{ code: 'serial_missing', at: '' }] },
    })
  })
})
