import { detailColumns } from '../../catalogue/detail-columns.ts'
import { isPlainDate, type PlainDate } from '../../plain-date.ts'
import {
  type CodeTable,
  audienceCodes,
  bodyNatureCodes,
  formCodes,
  itemStatusCodes,
  levelCodes,
  powerSourceCodes,
  resultTypeCodes,
  specialCodes,
} from '../../service/item-codes.ts'
import { limitsOf } from '../../service/limits.ts'
import type { ItemFee, ItemMaterial, ServiceItem } from '../../service/service-item.ts'
import { materialForms } from '../facts/service-facts.ts'
import type { LetterFacts } from '../letter-facts.ts'
import { letterDate } from '../words.ts'
import { type LetterSource, frameOf } from './letter-source.ts'
import { letterWords } from './letter-words.ts'
import { daysText } from './service-frame.ts'

/** 办事指南: everything the item publishes, on a day. */
export const guideFactsOf = (item: ServiceItem, source: LetterSource, on: PlainDate): LetterFacts<'guide_booklet'> => {
  const { statutoryDays, promisedDays, unit } = limitsOf(item)
  const { contact } = item.details ?? {}
  const frame = frameOf(source, { caseNo: null, organ: item.organ, on })
  return {
    ...frame,
    place: contact?.places?.join('；') ?? frame.place,
    phone: contact?.phone ?? frame.phone,
    supervisePhones: contact?.supervisePhone ?? frame.supervisePhones,
    item: item.name,
    itemCode: item.code,
    itemKind: item.kind,
    itemVersion: item.version,
    audience: item.audience,
    group: item.group,
    bases: item.legalBasis.map((basis) => ({ basis })),
    conditions: item.conditions.map((condition) => ({ condition })),
    materials: item.materials.map(materialRow),
    steps: item.processSteps.map((step) => ({ step })),
    statutoryLimit: statutoryDays === null ? '未公布' : daysText(statutoryDays, unit),
    promisedLimit: promisedDays === null ? '未公布' : daysText(promisedDays, unit),
    handling: letterWords.handling[item.handling],
    feeText: feeText(item.fee),
    resultName: item.resultName,
    details: detailRows(item),
    note: item.note,
  }
}

const materialRow = ({ name, form, copies, originals, required, tolerable, source }: ItemMaterial) => ({
  name,
  form: materialForms[form],
  copies: copies === null ? '未注明' : String(copies + (originals ?? 0)),
  required: [required === false ? '非必要' : '必要', tolerable ? '可容缺' : '']
    .filter((part) => part !== '')
    .join('，'),
  source: source ?? '',
})

const feeText = (fee: ItemFee | null): string => {
  if (fee === null) return '未公布，以实施主体告知为准'
  if (!fee.charged) return '不收费'
  const charged = fee.standard === null ? '收费' : `收费：${fee.standard}`
  return fee.basis === null ? charged : `${charged}（${fee.basis}）`
}

/** Fields whose value is a word of a code table of the standard. */
const codes: Readonly<Record<string, CodeTable>> = {
  'version.status': itemStatusCodes,
  'body.nature': bodyNatureCodes,
  'body.level': levelCodes,
  'body.powerSource': powerSourceCodes,
  'limits.special': specialCodes,
  'access.forms': formCodes,
  'service.audience': audienceCodes,
  'result.type': resultTypeCodes,
}

/** Every detail that is published, under the title that its column has in the standard, in the standard's order. */
const detailRows = ({ details }: ServiceItem): LetterFacts<'guide_booklet'>['details'] =>
  Object.entries(detailColumns).flatMap(([group, columns]) =>
    Object.entries(columns).flatMap(
      ([field, column]: [string, { readonly headers: readonly [string, ...string[]] }]) => {
        const groupValues = Object.entries(details ?? {}).find(([name]) => name === group)?.[1] ?? {}
        const value: unknown = Object.entries(groupValues).find(([name]) => name === field)?.[1]
        const text = valueText(value, codes[`${group}.${field}`])
        return text === '' ? [] : [{ name: column.headers[0], value: text }]
      },
    ),
  )

const valueText = (value: unknown, table: CodeTable | undefined): string => {
  if (Array.isArray(value)) return value.map((each: unknown) => valueText(each, table)).join('；')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return table?.[value]?.[1] ?? (isPlainDate(value) ? letterDate(value) : value)
}
