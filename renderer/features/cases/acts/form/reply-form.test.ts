import { describe, expect, it } from 'vitest'
import { caseActFields } from '../../../../../contract/acts/case-acts.ts'
import { asGroup, asList, asText, emptyDraft, thereKey } from './draft.ts'
import { replyFields, shownSpecs, withEntries, withoutUnusedReply } from './reply-form.ts'
import { specOfAct } from './spec-of-schema.ts'
import { actOfDraft } from './act-of-draft.ts'

const kind = 'disclosure.draft'
const specs = specOfAct(kind, caseActFields[kind])
const reply = (() => {
  const spec = specs.find(({ name }) => name === 'reply')?.spec
  if (spec?.type !== 'group') throw new Error('a reply is a group of fields')
  return spec
})()
const nothing = asGroup(emptyDraft(specs, () => null)['reply'])
const names = (draft: typeof nothing) => replyFields(reply.fields, draft).map(({ name }) => name)
const known = { staffName: () => '', materials: [] }

describe('the form of a reply', () => {
  it('[DIS-39] asks for the outcome first, and then for what belongs to it', () => {
    expect(names(nothing)).toEqual(['outcome'])
    expect(names({ ...nothing, outcome: 'partial' })).toEqual(['outcome', 'parts', 'access'])
    expect(names({ ...nothing, outcome: 'deny_secret' })).toEqual(['outcome', 'grounds'])
    expect(names({ ...nothing, outcome: 'unable_none', detail: 'not_this_organ' })).toContain('competentOrgan')
    expect(names({ ...nothing, outcome: 'not_repeat' })).toContain('earlierCaseNo')
  })

  it('[DIS-43] offers the outcomes that are open, and keeps one that was chosen before', () => {
    const values = (draft: typeof nothing) => {
      const spec = replyFields(reply.fields, draft, ['granted', 'partial']).find(({ name }) => name === 'outcome')?.spec
      return spec?.type === 'choice' ? spec.values : []
    }
    expect(values(nothing)).toEqual(['granted', 'partial'])
    expect(values({ ...nothing, outcome: 'not_massive' })).toEqual(['granted', 'partial', 'not_massive'])
  })

  it('[DIS-39] opens what must be written, with the only article there is, and keeps what was written', () => {
    const denied = withEntries(reply.fields, nothing, { ...nothing, outcome: 'deny_secret' }, () => null)
    const [ground] = asList(denied['grounds']).map(asGroup)
    expect(ground).toMatchObject({ article: 'ogi2019:14', reason: '' })
    const written = { ...denied, grounds: [{ article: 'ogi2019:14', reason: '属于国家秘密' }] }
    const other = withEntries(reply.fields, written, { ...written, outcome: 'deny_law' }, () => null)
    expect(other['grounds']).toEqual(written.grounds)
    const partial = withEntries(reply.fields, nothing, { ...nothing, outcome: 'partial' }, () => null)
    expect(asList(partial['parts']).map((part) => asText(asGroup(part)[thereKey]))).toEqual(['disclosed', 'withheld'])
  })

  it('[DIS-39] says nothing of what is not shown, though it was typed before', () => {
    const draft = {
      reply: {
        ...nothing,
        outcome: 'granted',
        access: '现场查阅',
        searchRecord: '检索记录',
        grounds: [{ article: 'ogi2019:14', reason: '属于国家秘密' }],
      },
    }
    expect(actOfDraft(kind, specs, withoutUnusedReply(kind, specs, draft), known)).toMatchObject({
      reply: { outcome: 'granted', access: '现场查阅', searchRecord: null, grounds: [], parts: [] },
    })
    const [shown] = shownSpecs(kind, specs, draft)
    expect(shown?.spec).toMatchObject({ fields: [{ name: 'outcome' }, { name: 'detail' }, { name: 'access' }] })
  })
})
