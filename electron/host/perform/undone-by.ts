import type { Refusal } from '../../../domain/case/refusal.ts'

/** Takes a refusal out of a transaction, so that all of it is rolled back. */
export class UndoneBy extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
