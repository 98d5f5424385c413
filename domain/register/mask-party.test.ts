import { describe, expect, it } from 'vitest'
import { findOpenPersonalData, maskParty } from './mask-party.ts'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
import { schemaOf } from './registers.ts'
import { publicValues } from './schema.ts'

const schema = schemaOf('enforcement_results')
const person = {
  partyKind: 'person',
  party: '孙建国',
  partyId: '99000019800101016X',
  fact: '当事人孙建国（99000019800101016X，13800002046）无照经营',
  note: '电话13800002046',
}

describe('personal data in what is published', () => {
  it('[REG-4] identity numbers that check and mobile numbers are found, other numbers are not', () => {
    expect(findPersonalData('身份证９９００００１９８００１０１０１６Ｘ，电话13800002046')).toEqual([
      { kind: 'id_number', text: '99000019800101016X' },
      { kind: 'phone', text: '13800002046' },
    ])
    for (const text of ['91990000MA0TEXT124', '990000198001010161', '青市监处〔2026〕13800002046123号', '0471-5551234'])
      expect(findPersonalData(text), text).toEqual([])
    expect(maskPersonalData('电话13800002046')).toBe('电话138****2046')
    expect(maskPersonalData('４元')).toBe('４元')
  })

  it('[REG-4] name and number of a natural person are masked, and numbers in every text; masking twice changes nothing', () => {
    const masked = maskParty(schema, person)
    expect(masked).toMatchObject({
      party: '孙＊国',
      partyId: '990***********016X',
      fact: '当事人孙建国(990***********016X,138****2046)无照经营',
    })
    expect(maskParty(schema, masked)).toEqual(masked)
    expect(findOpenPersonalData(schema, masked)).toEqual([])
    expect(findOpenPersonalData(schema, person).map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'party name',
      'partyId id_number',
      'fact id_number',
      'fact phone',
    ])
  })

  it('[REG-4] what an office has masked in its own way stays', () => {
    const own = { partyKind: 'person', party: '孙某某', partyId: '9900**********016X' }
    expect(maskParty(schema, own)).toEqual(own)
  })

  it('[REG-4] an organisation is named with its credit code', () => {
    const firm = { partyKind: 'organization', party: '青岚县清和美发店', partyId: '91990000MA0TEXT124' }
    expect(maskParty(schema, firm)).toEqual(firm)
    expect(findOpenPersonalData(schema, firm)).toEqual([])
  })

  it('[REG-4] fields for the office alone are not shown', () => {
    const shown = publicValues(schema, person)
    expect(shown).not.toHaveProperty('note')
    expect(shown['party']).toBe('孙建国')
  })
})
