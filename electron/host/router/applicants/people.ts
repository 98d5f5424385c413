import { casesOfPerson, findPeople } from '../../queries/people.ts'
import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const findPeopleByText = signedIn.applicants.find.handler(({ context, input }) =>
  toMutable(findPeople(context.services.store.read, input.text)),
)

export const listCasesOfPerson = signedIn.applicants.cases.handler(({ context, input }) =>
  toMutable(casesOfPerson(context.services.store.read, input.caseId)),
)
