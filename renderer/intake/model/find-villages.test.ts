import { describe, expect, it } from 'vitest'
import { aServiceForm } from './_testing.ts'
import { findVillages } from './find-villages.ts'
import { formToAct } from './form-act.ts'
import { IntakeFormSchema, holdsWork } from './form-model.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { plainDate } from '../../../domain/plain-date.ts'

const villages = ['柳湾镇石桥村', '城关镇石桥社区', '石桥村', '990123101201 白杨村']
const today = plainDate('2026-09-28')

describe('the village of an applicant', () => {
  it('is found by any part of its name or by its code, what begins so first', () => {
    expect(findVillages(villages, ' 石桥 ')).toEqual(['石桥村', '柳湾镇石桥村', '城关镇石桥社区'])
    expect(findVillages(villages, '９９０１２３')).toEqual(['990123101201 白杨村'])
    expect(findVillages(villages, '')).toEqual([])
    expect(findVillages(villages, '没有的村')).toEqual([])
  })

  it('goes into the act when it was given, and is not there when it was not', () => {
    const applicantWith = (text: string) => {
      const act = formToAct(
        aServiceForm([{ type: 'applicant', field: 'village', text }]),
        'service.accept',
        today,
        zhao,
      )
      return act.ok ? act.value.intake.applicant : null
    }
    expect(applicantWith(' 石桥村 ')?.village).toBe('石桥村')
    expect(applicantWith('  ')).not.toHaveProperty('village')
  })

  it('is empty in a draft of before', () => {
    const { village: _absent, ...applicant } = aServiceForm([]).applicant
    const read = IntakeFormSchema.parse({ ...aServiceForm([]), applicant })
    expect(read.applicant.village).toBe('')
    expect(holdsWork(read)).toBe(true)
  })
})
