import { z } from 'zod'
import type { Applicant, Representative } from '../../../domain/case/applicant.ts'
import type { FieldProblem } from '../../../domain/case/refusal.ts'
import { type FeeBasisKind, feeBasisKinds } from '../../../domain/fees/settlement.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { Certificate, Receiver } from '../../../domain/service/delivery.ts'
import type { ServiceAct } from '../../../domain/service/service-act.ts'
import { type ChargedFee, paymentMethods } from '../../../domain/service/service-fee.ts'
import type { ServiceIntake } from '../../../domain/service/service-intake.ts'
import type { ItemSnapshot } from '../../../domain/service/service-item.ts'

/** What deciding on the spot asks for beside the request itself. */
export const InstantFieldsSchema = z.strictObject({
  signedBy: z.string(),
  /** '' = nothing is issued but the decision. */
  certificateNo: z.string(),
  validUntil: z.string(),
  amount: z.string(),
  method: z.enum(paymentMethods),
  receiptNo: z.string(),
  feeBasis: z.enum(feeBasisKinds),
})
export type InstantFields = Readonly<z.infer<typeof InstantFieldsSchema>>

export const instantLimits = { signedBy: 60, certificateNo: 100, validUntil: 20, amount: 12, receiptNo: 60 } as const
export type InstantText = keyof typeof instantLimits
export type InstantChoices = Partial<Omit<InstantFields, InstantText>>

export const emptyInstant: InstantFields = {
  signedBy: '',
  certificateNo: '',
  validUntil: '',
  amount: '',
  method: 'cash',
  receiptNo: '',
  feeBasis: 'administrative_regulation',
}

type InstantAct = Extract<ServiceAct, { readonly kind: 'service.instant' }>

/** 当场作出决定 (行政许可法 art. 34(2)): taken in, decided, handed over and closed in one act. */
export const instantAct = (
  fields: InstantFields,
  intake: ServiceIntake,
  validUntil: PlainDate | null,
  today: PlainDate,
): Result<InstantAct, readonly FieldProblem[]> => {
  const fee = feeOf(fields, intake.item)
  if (!fee.ok) return err([fee.error])
  return ok({
    kind: 'service.instant',
    intake,
    signedBy: fields.signedBy.trim(),
    certificate: certificateOf(fields, intake.item, validUntil, today),
    fee: fee.value,
    proof: { kind: 'signature', receiver: receiverOf(intake) },
  })
}

const certificateOf = (
  { certificateNo }: InstantFields,
  item: ItemSnapshot,
  validUntil: PlainDate | null,
  today: PlainDate,
): Certificate | null =>
  certificateNo.trim() === ''
    ? null
    : {
        name: item.resultName ?? item.name.slice(0, 200),
        number: certificateNo.trim(),
        organ: item.organ,
        validFrom: today,
        validUntil,
        originals: 1,
        duplicates: 0,
      }

const feeOf = (
  { amount, method, receiptNo, feeBasis }: InstantFields,
  item: ItemSnapshot,
): Result<ChargedFee | null, FieldProblem> => {
  if (item.fee?.charged !== true) return ok(null)
  const fen = fenOf(amount)
  if (fen === null) return err({ field: 'instant.amount', code: amount.trim() === '' ? 'required' : 'number_invalid' })
  return ok({ lines: [feeLineOf(item, fen, feeBasis)], payment: { fen, method, receiptNo: receiptNo.trim() } })
}

const feeLineOf = (item: ItemSnapshot, fen: number, kind: FeeBasisKind) => ({
  item: item.name.slice(0, 200),
  standard: (item.fee?.standard ?? '').slice(0, 500),
  quantity: 1,
  unitFen: fen,
  basis: { kind, text: (item.fee?.basis ?? '').slice(0, 500) },
  reduction: null,
})

/** Yuan with up to two places, as written; null = no amount. */
export const fenOf = (text: string): number | null => {
  const [, yuan, cents = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').trim()) ?? []
  return yuan === undefined ? null : Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** Whoever stands at the window signs for the result. */
export const receiverOf = ({
  applicant,
  representative,
}: {
  readonly applicant: Applicant
  readonly representative: Representative | null
}): Receiver => {
  if (representative !== null) {
    const { name, idType, idNumber } = representative
    return { name, relation: 'representative', idType, idNumber }
  }
  if (applicant.kind === 'person') {
    const { name, idType, idNumber } = applicant
    return { name, relation: 'self', idType, idNumber }
  }
  return {
    name: applicant.contactName ?? applicant.name,
    relation: applicant.kind === 'sole_trader' ? 'self' : 'staff',
    idType: 'resident_id',
    idNumber: applicant.contactIdNumber,
  }
}
