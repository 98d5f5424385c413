import type { DisclosureCase } from './disclosure-state.ts'
import type { ComparedRequest } from './similar.ts'
/** A case as it is compared with others. An applicant is told by his number, else by name and telephone; whom a row does not name is nobody else. */
export declare const comparedRequest: (state: DisclosureCase) => ComparedRequest
