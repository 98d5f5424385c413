import { z } from 'zod'
import {
  audienceCodes,
  bodyNatureCodes,
  codeWords,
  formCodes,
  itemStatusCodes,
  levelCodes,
  powerSourceCodes,
  resultTypeCodes,
  specialCodes,
} from '../domain/service/item-codes.ts'
import { detailLimits } from '../domain/catalogue/detail-columns.ts'
import type { ItemDetails } from '../domain/service/item-details.ts'
import type { MaterialDetail } from '../domain/service/service-item.ts'
import { PlainDateSchema, text } from './primitives.ts'

const line = text(detailLimits.line).nullable()
const lines = text(detailLimits.text).nullable()
const list = z.array(text(detailLimits.entry)).max(detailLimits.entries).nullable()
const yesNo = z.boolean().nullable()

/** What a guide says beside what a case counts by (GB/T 39046-2020 table 4; 实施清单). */
const groups = {
  version: z.strictObject({
    status: z.enum(codeWords(itemStatusCodes)).nullable(),
    effectiveFrom: PlainDateSchema.nullable(),
    cancelledFrom: PlainDateSchema.nullable(),
  }),
  codes: z.strictObject({ basic: line, handling: line }),
  body: z.strictObject({
    uscc: line,
    nature: z.enum(codeWords(bodyNatureCodes)).nullable(),
    level: z.enum(codeWords(levelCodes)).nullable(),
    content: lines,
    division: lines,
    powerSource: z.enum(codeWords(powerSourceCodes)).nullable(),
    entrustedBy: line,
    handlingOrgan: line,
    jointOrgans: list,
    intermediary: lines,
    jurisdiction: line,
    townCode: line,
    villageCode: line,
  }),
  limits: z.strictObject({
    statutory: lines,
    promised: lines,
    special: z
      .array(z.enum(codeWords(specialCodes)))
      .max(10)
      .nullable(),
    specialText: lines,
  }),
  access: z.strictObject({
    forms: z
      .array(z.enum(codeWords(formCodes)))
      .max(10)
      .nullable(),
    inHall: yesNo,
    online: yesNo,
    onlineUrl: line,
    system: line,
    appointment: yesNo,
    onlinePayment: yesNo,
    logistics: yesNo,
    kiosk: yesNo,
    visits: z.int().min(0).max(99).nullable(),
  }),
  service: z.strictObject({
    audience: z
      .array(z.enum(codeWords(audienceCodes)))
      .max(10)
      .nullable(),
    topics: list,
    reach: line,
    quantity: lines,
    scenes: list,
    faq: list,
  }),
  contact: z.strictObject({
    places: list,
    hours: lines,
    way: lines,
    phone: line,
    superviseWay: lines,
    supervisePhone: line,
  }),
  result: z.strictObject({ type: z.enum(codeWords(resultTypeCodes)).nullable(), sample: line }),
  charge: z.strictObject({ name: line, reducible: yesNo, reductionBasis: lines }),
} satisfies { [G in keyof ItemDetails]: z.ZodType<ItemDetails[G]> }

export const ItemDetailsSchema = z.strictObject({
  version: groups.version.exactOptional(),
  codes: groups.codes.exactOptional(),
  body: groups.body.exactOptional(),
  limits: groups.limits.exactOptional(),
  access: groups.access.exactOptional(),
  service: groups.service.exactOptional(),
  contact: groups.contact.exactOptional(),
  result: groups.result.exactOptional(),
  charge: groups.charge.exactOptional(),
}) satisfies z.ZodType<Partial<ItemDetails>>

export const MaterialDetailSchema = z.strictObject({
  issuer: line,
  issueTime: line,
  handling: lines,
  filling: lines,
  kind: line,
  format: line,
  basis: lines,
  standard: lines,
  electronic: yesNo,
  blankForm: line,
  sample: line,
}) satisfies z.ZodType<MaterialDetail>
