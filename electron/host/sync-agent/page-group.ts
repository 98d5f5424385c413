import type { PullOutput, PulledOperation } from '../../../contract/sync.ts'
import type { Result } from '../../../domain/result.ts'
import { isSameScope } from '../../../domain/scope/scope.ts'
import type { Trouble } from './trouble.ts'

/** Answers to requests that were made at once, each for the page that comes behind a whole one before it. */
export type PageGroup = readonly Result<PullOutput, Trouble>[]

/** SYN-97: pages behind `after`, asked for at once; the first is there however it went. */
export const askPages = (
  ask: (after: number) => Promise<Result<PullOutput, Trouble>>,
  after: number,
  { page, count }: { readonly page: number; readonly count: number },
): Promise<PageGroup> => Promise.all(Array.from({ length: Math.max(1, count) }, (_, n) => ask(after + n * page)))

/**
 * What of a group follows its first page without a seam, so that both may be applied as one: the history alone, nothing that a scope
 * changes. What does not is asked for again from where the others end; a page that is shorter than it could be leaves no other choice.
 */
export const pagesThatFollow = (group: PageGroup): readonly PullOutput[] => {
  const joined: PullOutput[] = []
  for (const page of group) {
    if (!page.ok || (joined.length > 0 && !follows(joined.at(-1), page.value))) break
    joined.push(page.value)
    if (!isPlain(page.value)) break
  }
  return joined
}

const follows = (before: PullOutput | undefined, page: PullOutput): boolean => {
  const end = before?.ops.at(-1)
  return (
    before !== undefined &&
    isPlain(before) &&
    isPlain(page) &&
    end !== undefined &&
    page.ops[0]?.cseq === end.cseq + 1 &&
    page.afterHash === end.head &&
    page.epoch === before.epoch &&
    (page.scope === undefined) === (before.scope === undefined) &&
    (page.scope === undefined || before.scope === undefined || isSameScope(page.scope, before.scope))
  )
}

const isPlain = ({ runs = [], brought = [], left = [] }: PullOutput): boolean =>
  runs.length === 0 && brought.length === 0 && left.length === 0

export const operationsOf = (pages: readonly PullOutput[]): readonly PulledOperation[] =>
  pages.length === 1 ? (pages[0]?.ops ?? []) : pages.flatMap(({ ops }) => ops)
