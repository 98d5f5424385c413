import type { IndexNoInput } from '../../../contract/queries/catalogue.ts'
import { type NumberProblem, giveIndexNo } from '../../../domain/record/publication/give-number.ts'
import type { IndexCodes } from '../../../domain/record/publication/index-number.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { numberedEntries } from '../cli/index-codes.ts'
import type { Services } from '../services.ts'
import { entriesInSlices } from './entries-in-slices.ts'

/** Every code of it is known at the desk, and with the device in it two desks without network never give the same number (PUB-4). */
export const plainTemplate = '{area}-{device}-{year}-{serial:5}'

export interface GivenIndexNo {
  readonly indexNo: string
  readonly template: string
}

export type IndexNoProblem = NumberProblem & { readonly template: string }

/** The next number for an entry of this organ (PUB-27); a template that is not named is that of the organ's latest entry. */
export const nextIndexNoFor = (
  { store }: Pick<Services, 'store'>,
  { organ, madeOn, template: asked, codes }: IndexNoInput,
  /** Oldest first. */
  entries: readonly Pick<Publication, 'indexNo' | 'template' | 'content'>[],
): Result<GivenIndexNo, IndexNoProblem> => {
  const latest = [...entries].reverse().find((entry) => entry.content.organ === organ && entry.template !== null)
  const template = asked ?? latest?.template ?? plainTemplate
  const device = store.read.meta.findDevice()
  const own: IndexCodes = device === null ? {} : { area: device.center, device: device.deviceNo }
  const typed = Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== ''))
  const numbered = numberedEntries(entries)
  const given = giveIndexNo({ template, organ, madeOn, codes: { ...own, ...typed } }, numbered)
  return given.ok ? ok({ indexNo: given.value, template }) : err({ ...given.error, template })
}

/** All entries, oldest first. */
export const allEntries = async (deps: Pick<Services, 'store'>): Promise<readonly Publication[]> => {
  const entries: Publication[] = []
  const run = entriesInSlices(deps, ({ entry }) => entries.push(entry))
  while ((await run.next()).done !== true);
  return entries.reverse()
}
