import { signedIn } from '../base.ts'

export const annualTexts = signedIn.statistics.texts.handler(
  ({ context, input }) => context.services.store.read.annualTexts.find(input.year) ?? { problems: '', other: '' },
)
