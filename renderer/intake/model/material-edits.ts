import type { PlainDate } from '../../../domain/plain-date.ts'
import { allCollected, collected, counted, missing, tolerated } from '../../ui/checklist-line.ts'
import type { MaterialFields } from './form-model.ts'
import { typedLine } from './typed-text.ts'

/** `at` is the position in the list, from 0. */
export type MaterialEdit =
  | { readonly type: 'cycle'; readonly at: number }
  | { readonly type: 'set'; readonly at: number; readonly state: 'collected' | 'missing' }
  | { readonly type: 'tolerate'; readonly at: number; readonly promisedOn: PlainDate }
  | { readonly type: 'count'; readonly at: number; readonly received: number }
  | { readonly type: 'note'; readonly at: number; readonly text: string }
  | { readonly type: 'collectAll' }
  | { readonly type: 'add'; readonly name: string }
  | { readonly type: 'remove'; readonly at: number }

const maxLines = 200

export const editMaterials = (lines: readonly MaterialFields[], edit: MaterialEdit): readonly MaterialFields[] => {
  const change = (at: number, next: (line: MaterialFields) => MaterialFields) =>
    lines.map((line, index) => (index === at ? next(line) : line))
  switch (edit.type) {
    case 'cycle':
      return change(edit.at, (line) => (line.state === 'missing' ? collected(line) : missing(line)))
    case 'set':
      return change(edit.at, edit.state === 'collected' ? collected : missing)
    case 'tolerate':
      return change(edit.at, (line) => tolerated(line, edit.promisedOn))
    case 'count':
      return change(edit.at, (line) => counted(line, edit.received))
    case 'note':
      return change(edit.at, (line) => ({ ...line, note: typedLine(edit.text, 300) }))
    case 'collectAll':
      return allCollected(lines)
    case 'add':
      return lines.length >= maxLines || isBlank(edit.name) ? lines : [...lines, addedLine(lines, nameOf(edit.name))]
    case 'remove':
      return lines
        .filter((line, index) => index !== edit.at || !line.added)
        .map((line, index) => ({ ...line, n: index + 1 }))
  }
}

/** A line without a name would be nothing on a receipt, so it cannot come to be. */
const isBlank = (name: string): boolean => nameOf(name) === ''
const nameOf = (name: string): string => typedLine(name, 500).trim()

const addedLine = (lines: readonly MaterialFields[], name: string): MaterialFields => ({
  n: lines.length + 1,
  name,
  form: 'unspecified',
  required: true,
  tolerable: false,
  expected: 1,
  received: 1,
  state: 'collected',
  promisedOn: null,
  note: '',
  added: true,
  parts: [],
})
