import type { CaseState } from '../case/case-state.ts'
import { parseCaseNo } from '../case/case-number.ts'
import { normalizeIdNumber } from '../identity/normalize-id-number.ts'
import { plainSubject } from './natural-keys.ts'

/** What two entries under one key are to each other. */
export type Duplicate =
  /** One application: the alias is closed, its number leads to the survivor. */
  | { readonly way: 'merge'; readonly survivor: CaseState; readonly alias: CaseState }
  /** Perhaps one: both stay, each says so, and a person decides. */
  | { readonly way: 'suspect' }
  | { readonly way: 'none' }

/**
 * CFL-5, CFL-6: `known` came first in the history. Two are made one only where nothing of the law is decided by it: the same applicant and
 * matter, both open, none of them a part of a bundle. The first stands, unless the second alone was accepted: then somebody holds that
 * receipt, and its clock runs.
 */
export const judgeDuplicate = (known: CaseState, opened: CaseState, key: 'hard' | 'soft'): Duplicate => {
  if (known.id === opened.id || isDone(known)) return { way: 'none' }
  // The window itself was told when it took the second in.
  if (key === 'soft') return { way: deviceOf(known) === deviceOf(opened) ? 'none' : 'suspect' }
  if (!isOneApplication(known, opened) || !isOpen(known) || !isOpen(opened)) return { way: 'suspect' }
  return known.clockStart === null && opened.clockStart !== null
    ? { way: 'merge', survivor: opened, alias: known }
    : { way: 'merge', survivor: known, alias: opened }
}

/** It ended without a result: the same papers may be handed in again. */
const isDone = ({ status, kind, ...state }: CaseState): boolean =>
  status === 'voided' ||
  status === 'withdrawn' ||
  status === 'terminated' ||
  status === 'refused' ||
  (kind === 'disclosure' && status === 'closed' && 'signed' in state && state.signed === null)

const isOpen = ({ closedOn, clockStop }: CaseState): boolean => closedOn === null && clockStop === null

const deviceOf = ({ caseNo }: CaseState): string | undefined => parseCaseNo(caseNo)?.deviceNo

const isOneApplication = (known: CaseState, opened: CaseState): boolean => {
  if (!isSameApplicant(known, opened)) return false
  if (known.kind === 'service' && opened.kind === 'service')
    return (
      known.intake.item.id === opened.intake.item.id &&
      known.intake.bundle === undefined &&
      opened.intake.bundle === undefined
    )
  return (
    known.kind === 'disclosure' &&
    opened.kind === 'disclosure' &&
    plainSubject(known.intake) === plainSubject(opened.intake) &&
    known.redo === null &&
    opened.redo === null
  )
}

/** A number that was typed wrong must never bring two people's papers together. */
const isSameApplicant = ({ applicant: a }: CaseState, { applicant: b }: CaseState): boolean =>
  a.idNumber === null || b.idNumber === null
    ? a.idNumber === b.idNumber && a.name === b.name && a.phone === b.phone
    : a.idType === b.idType && normalizeIdNumber(a.idNumber) === normalizeIdNumber(b.idNumber)
