import { allEntries, nextIndexNoFor } from '../../catalogue/next-number.ts'
import { ok, err } from '../../../../domain/result.ts'
import { signedIn } from '../base.ts'

export const nextCatalogueNumber = signedIn.catalogue.number.handler(async ({ context, input }) => {
  const given = nextIndexNoFor(context.services, input, await allEntries(context.services))
  if (given.ok) return ok(given.value)
  const { code, template } = given.error
  return err({ code, template, part: given.error.code === 'code_missing' ? given.error.part : null })
})
