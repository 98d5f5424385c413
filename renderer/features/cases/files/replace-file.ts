import { type Result, ok } from '../../../../domain/result.ts'
import { hashOf } from '../../../files/hash-of.ts'

/** What is done at the desk to replace one file by another; either step can be refused. */
export interface ReplacingSteps<E> {
  /** Gives the version of the case that now holds the new file. */
  readonly attach: () => Promise<Result<{ readonly version: number }, E>>
  /** Takes the old file off the case as it stands in that version. */
  readonly detach: (version: number) => Promise<Result<unknown, E>>
}

/** The better paper is in before the old one goes: whatever fails between the two, the case is never without it. */
export const replaceFile = async <E>(
  old: { readonly blob: string },
  next: Blob,
  { attach, detach }: ReplacingSteps<E>,
): Promise<Result<'replaced' | 'same', E>> => {
  // A file that replaced itself would be taken off and nothing would be left.
  if ((await hashOf(next)) === old.blob) return ok('same')
  const attached = await attach()
  if (!attached.ok) return attached
  const detached = await detach(attached.value.version)
  return detached.ok ? ok('replaced') : detached
}

/** Those that count stand first; among either the order is the one in which they came. */
export const countingFirst = <F extends { readonly detached: unknown }>(files: readonly F[]): readonly F[] => [
  ...files.filter(({ detached }) => detached === null),
  ...files.filter(({ detached }) => detached !== null),
]
