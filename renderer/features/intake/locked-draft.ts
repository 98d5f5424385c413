/** The case that was being filled in when the desk was locked; its id only, in memory only, for the same person only. */
interface LockedDraft {
  readonly userId: string
  readonly caseId: string
}

let kept: LockedDraft | null = null

export const keepLockedDraft = (draft: LockedDraft): void => {
  kept = draft
}

/** Gives it back once, and to nobody else. */
export const takeLockedDraft = (userId: string): string | null => {
  const caseId = kept?.userId === userId ? kept.caseId : null
  kept = null
  return caseId
}
