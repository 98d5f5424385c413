import { type Result, err, ok } from '../result.ts'
import type { MaterialDetail } from '../service/service-item.ts'
import { type ReadDetail, detailText, detailYesNo } from './read-detail.ts'

/**
 * What a record says about a material beside its form: `issuer`, `issue_time`, `handling`, `filling`, `kind`, `format`, `basis`, `standard`,
 * `electronic_accepted` (`electronic` says the form), `blank_form`, `sample`. Null = nothing of it; the error is the text that could not be read.
 */
export const readMaterialDetail = (entry: Readonly<Record<string, unknown>>): Result<MaterialDetail | null, string> => {
  let problem: string | null = null
  const take = <T>(key: string, read: ReadDetail<T>): T | null => {
    const value = read(entry[key])
    if (value.ok) return value.value
    problem ??= value.error
    return null
  }
  const detail: MaterialDetail = {
    issuer: take('issuer', line),
    issueTime: take('issue_time', line),
    handling: take('handling', lines),
    filling: take('filling', lines),
    kind: take('kind', line),
    format: take('format', line),
    basis: take('basis', lines),
    standard: take('standard', lines),
    electronic: take('electronic_accepted', detailYesNo),
    blankForm: take('blank_form', line),
    sample: take('sample', line),
  }
  if (problem !== null) return err(problem)
  return ok(Object.values(detail).some((value) => value !== null) ? detail : null)
}

const line = detailText(300)
const lines = detailText(2000)
