import { normalizeIdNumber } from '../../../../domain/identity/normalize-id-number.ts'
import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const similarCases = signedIn.cases.similar.handler(({ context, input }) => {
  const idNumber = input.idNumber === null ? null : normalizeIdNumber(input.idNumber)
  return toMutable(context.services.store.read.cases.similar({ ...input, idNumber: idNumber === '' ? null : idNumber }))
})
