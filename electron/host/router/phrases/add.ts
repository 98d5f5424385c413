import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { PhraseRefusalSchema } from '../../../../contract/queries/phrases.ts'
import { anonymousApplicant } from '../../../../domain/case/applicant.ts'
import { hasPersonalData } from '../../../../domain/contact/personal-data.ts'
import { err, ok } from '../../../../domain/result.ts'
import { organOfStaff } from '../../queries/organ-of-staff.ts'
import { signedIn } from '../base.ts'

/** More than anybody finds again in a list. */
const mostPhrases = 60

export const addPhrase = signedIn.phrases.add.handler(({ context: { services, user }, input }) => {
  const { store, now } = services
  const refused = (code: z.infer<typeof PhraseRefusalSchema>['code']) => err({ code })
  const text = input.text.trim()
  const organ = organOfStaff(services, user.id)
  if (input.shared && organ === null) return refused('no_organ')
  const state = store.read.cases.find(input.caseId)?.state
  const people = [state?.applicant ?? anonymousApplicant(), representativeOf(state?.representative?.name)]
  if (people.some((person) => hasPersonalData(text, person))) return refused('personal_data')
  const kept = store.read.phrases.list(user.id, organ).filter(({ shared }) => shared === input.shared)
  if (kept.some((each) => each.text === text)) return refused('known')
  if (kept.length >= mostPhrases) return refused('too_many')
  const id = randomUUID()
  const owner = input.shared ? { staffId: null, organ } : { staffId: user.id, organ: null }
  store.transact((writer) => writer.phrases.add({ id, ...owner, text, savedAt: now() }))
  return ok({ id, text, shared: input.shared })
})

const representativeOf = (name: string | undefined) => ({ ...anonymousApplicant(), name: name ?? '' })
