import type { z } from 'zod'
import type { ViewResultSchema, viewRefusals } from '../../../../contract/queries/case-library.ts'
import { anonymousApplicant } from '../../../../domain/case/applicant.ts'
import { hasPersonalData } from '../../../../domain/contact/personal-data.ts'
import { err, ok } from '../../../../domain/result.ts'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

/** More than anybody finds again in a list. */
const mostViews = 40

export const listViews = signedIn.cases.views.handler(({ context: { services, user } }) =>
  toMutable(services.store.read.listViews.ofStaff(user.id).views),
)

export const keepView = signedIn.cases.keepView.handler(({ context: { services, user }, input }) => {
  const { store } = services
  const name = input.name.trim()
  if (!isName(name)) return refused('personal_data')
  if (store.read.listViews.ofStaff(user.id).kept >= mostViews) return refused('too_many')
  return store.transact((writer) => writer.listViews.add(user.id, { ...input, name })) ? ok({}) : refused('known')
})

export const renameView = signedIn.cases.renameView.handler(({ context: { services, user }, input }) => {
  const { store } = services
  const name = input.name.trim()
  if (!isName(name)) return refused('personal_data')
  if (store.transact((writer) => writer.listViews.rename(user.id, input.id, name))) return ok({})
  const isThere = store.read.listViews.ofStaff(user.id).views.some(({ id }) => id === input.id)
  return refused(isThere ? 'known' : 'gone')
})

export const removeView = signedIn.cases.removeView.handler(({ context: { services, user }, input }) => {
  services.store.transact((writer) => writer.listViews.remove(user.id, input.id))
  return {}
})

const isName = (name: string): boolean => !hasPersonalData(name, anonymousApplicant())

const refused = (code: (typeof viewRefusals)[number]): z.infer<typeof ViewResultSchema> => err({ code })
