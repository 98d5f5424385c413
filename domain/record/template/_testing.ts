// Wordings for the tests: the program's slip for urging, as a center would write its own.
import { letterTemplates } from '../../letters/letter-templates.ts'
import type { LetterTemplate } from '../../letters/template.ts'
import { plainDate } from '../../plain-date.ts'
import { asKind, recordsOn } from '../_testing.ts'
import type { TemplateAct, TemplateRecord, TemplateWording } from './template-record.ts'

export const shipped = (letter: LetterTemplate['letter']): LetterTemplate => {
  const found = letterTemplates.find((template) => template.letter === letter && template.withdrawnFrom === null)
  if (found === undefined) throw new Error(`no ${letter}`)
  return found
}

export const aWording = (over: Partial<TemplateWording> = {}): TemplateWording => {
  const { version: _version, inForceFrom: _from, withdrawnFrom: _until, ...wording } = shipped('urge_slip')
  return { ...wording, title: '青岚县催办单', ...over }
}

export const bilingual = { language: 'mn-Mong', title: 'ᠮᠡᠳᠡᠭᠳᠡᠯ', lines: ['ᠮᠡᠳᠡᠭᠳᠡᠯ'] } as const

export const draft = (version = 'c1', over: Partial<TemplateWording> = {}): TemplateAct => ({
  kind: 'template.draft',
  version,
  wording: aWording(over),
})

export const test: TemplateAct = { kind: 'template.test', textHash: 'a'.repeat(64), layoutHash: 'b'.repeat(64) }

export const putInForce = (from: string): TemplateAct => ({ kind: 'template.put_in_force', from: plainDate(from) })

export const withdraw = (from: string): TemplateAct => ({
  kind: 'template.withdraw',
  from: plainDate(from),
  reason: '格式统一',
})

export const desk = (today: string) => {
  const { done, refused } = recordsOn(today)
  return {
    done: (state: TemplateRecord | null, ...acts: readonly TemplateAct[]): TemplateRecord => {
      const after = acts.reduce<TemplateRecord | null>((now, act) => asKind(done(now, act), 'template'), state)
      if (after === null) throw new Error('no acts')
      return after
    },
    refused,
  }
}
