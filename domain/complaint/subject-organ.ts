import type { ComplaintCase } from './complaint-state.ts'

/** The organ that handles it, or before that the one it is about; empty = not known. */
export const subjectOrgan = ({
  forwarded,
  assignment,
  intake: { subject },
}: Pick<ComplaintCase, 'forwarded' | 'assignment' | 'intake'>): string => {
  const about = subject.kind === 'organ' ? subject.organ : subject.kind === 'person' ? subject.organ : null
  return forwarded?.organ ?? assignment?.organ ?? about ?? ''
}
