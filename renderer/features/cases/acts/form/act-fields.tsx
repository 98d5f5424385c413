import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldLabel, valueText } from '../../../../i18n/act-form-text.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Field, describedByProps } from '../../../../ui/field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { SupplyTable } from '../supply-table.tsx'
import { type Draft, type GroupDraft, asGroup, asList, asText, emptyField, thereKey } from './draft.ts'
import { plainPath } from './field-path.ts'
import type { FieldSpec, NamedSpec } from './field-spec.ts'
import { useActForm } from './form-context.ts'
import { LeafField } from './leaf-field.tsx'
import { isReply, offeredOutcomes, replyFields, withEntries } from './reply-form.ts'
import './act-form.css'

export interface ActFieldsProps {
  readonly fields: readonly NamedSpec[]
  /** Where these fields stand in the act; '' = at its top. */
  readonly at: string
  readonly draft: GroupDraft
  readonly onChange: (draft: GroupDraft) => void
  readonly autoFocus?: boolean
}

/** The fields of an act or of a part of it, short ones two in a row. */
export function ActFields({ fields, at, draft, onChange, autoFocus = false }: ActFieldsProps) {
  return (
    <div className="act-fields">
      {fields.map(({ name, spec }, index) => (
        <ActField
          key={name}
          spec={spec}
          path={at === '' ? name : `${at}.${name}`}
          draft={draft[name] ?? ''}
          onChange={(value) => onChange({ ...draft, [name]: value })}
          autoFocus={autoFocus && index === 0}
        />
      ))}
    </div>
  )
}

interface ActFieldProps {
  readonly spec: FieldSpec
  readonly path: string
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly autoFocus?: boolean
}

function ActField({ spec, path, draft, onChange, autoFocus = false }: ActFieldProps) {
  switch (spec.type) {
    case 'materials':
      return <Materials />
    case 'choices':
      return <Choices values={spec.values} path={path} chosen={asList(draft).map(asText)} onChange={onChange} />
    case 'list':
      return spec.item.type === 'text' ? (
        <Lines path={path} lines={asList(draft).map(asText)} onChange={onChange} autoFocus={autoFocus} />
      ) : (
        <Entries spec={spec} path={path} entries={asList(draft)} onChange={onChange} />
      )
    case 'group':
      return <Group spec={spec} path={path} draft={asGroup(draft)} onChange={onChange} />
    case 'variant':
      return <Variant spec={spec} path={path} draft={asGroup(draft)} onChange={onChange} />
    default:
      return <LeafField spec={spec} path={path} value={asText(draft)} onChange={onChange} autoFocus={autoFocus} />
  }
}

const useLabel = (path: string): string => fieldLabel(`${useActForm().kind}.${plainPath(path)}`)

type Of<T extends FieldSpec['type']> = Extract<FieldSpec, { readonly type: T }>

function Group({
  spec,
  path,
  draft,
  onChange,
}: {
  readonly spec: Of<'group'>
  readonly path: string
  readonly draft: GroupDraft
  readonly onChange: (draft: Draft) => void
}) {
  const { t } = useTranslation('cases')
  const { kind, state, prefill } = useActForm()
  const label = useLabel(path)
  const there = asText(draft[thereKey]) !== ''
  const reply = isReply(kind, path)
  const change = (next: GroupDraft) => onChange(reply ? withEntries(spec.fields, draft, next, prefill) : next)
  const optional = spec.empty !== 'required'
  return (
    <fieldset className="act-group wide">
      {optional ? (
        <Checkbox
          label={t('acts.form.fill', { what: label })}
          checked={there}
          onChange={(on) => onChange({ ...draft, [thereKey]: on ? 'yes' : '' })}
        />
      ) : (
        <legend>{label}</legend>
      )}
      {there ? (
        <ActFields
          fields={reply ? replyFields(spec.fields, draft, offeredOutcomes(state)) : spec.fields}
          at={path}
          draft={draft}
          onChange={change}
        />
      ) : null}
    </fieldset>
  )
}

function Variant({
  spec,
  path,
  draft,
  onChange,
}: {
  readonly spec: Of<'variant'>
  readonly path: string
  readonly draft: GroupDraft
  readonly onChange: (draft: Draft) => void
}) {
  const { t } = useTranslation('cases')
  const { kind, problemOf } = useActForm()
  const label = useLabel(path)
  const chosen = asText(draft[thereKey])
  const variant = spec.variants.find(({ name }) => name === chosen)
  const words = `${kind}.${plainPath(path)}`
  const options = spec.variants.map(({ name }) => ({ value: name, label: valueText(words, name) }))
  const required = spec.empty === 'required'
  return (
    <fieldset className="act-group wide">
      <Select
        label={label}
        required={required}
        value={chosen === '' && required ? null : chosen}
        onChange={(name) => onChange({ ...draft, [thereKey]: name })}
        options={required ? options : [...options, { value: '', label: t('acts.form.none') }]}
        problem={problemOf(path) ?? problemOf(`${path}.${spec.key}`)}
      />
      {variant === undefined ? null : (
        <ActFields
          fields={variant.fields}
          at={path}
          draft={asGroup(draft[chosen])}
          onChange={(fields) => onChange({ ...draft, [chosen]: fields })}
        />
      )}
    </fieldset>
  )
}

/** Names, places, times: one to a line. */
function Lines({
  path,
  lines,
  onChange,
  autoFocus,
}: {
  readonly path: string
  readonly lines: readonly string[]
  readonly onChange: (draft: Draft) => void
  readonly autoFocus: boolean
}) {
  const { t } = useTranslation('cases')
  const { kind, problems, problemOf } = useActForm()
  const id = useId()
  const label = fieldLabel(`${kind}.${plainPath(path)}`)
  const bad = problems.find(({ field }) => field === path || field.startsWith(`${path}.`))
  const problem = bad === undefined ? null : problemOf(bad.field)
  const hint = t('acts.form.perLine')
  return (
    <Field id={id} label={label} hint={hint} problem={problem} className="wide">
      <div className={`input multi ${problem === null ? '' : 'bad'}`}>
        <textarea
          id={id}
          rows={3}
          autoFocus={autoFocus}
          spellCheck={false}
          autoComplete="off"
          value={lines.join('\n')}
          aria-invalid={problem !== null || undefined}
          {...describedByProps({ id, hint, problem })}
          onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split('\n'))}
        />
      </div>
    </Field>
  )
}

function Entries({
  spec,
  path,
  entries,
  onChange,
}: {
  readonly spec: Of<'list'>
  readonly path: string
  readonly entries: readonly Draft[]
  readonly onChange: (draft: Draft) => void
}) {
  const { t } = useTranslation('cases')
  const { prefill, problemOf } = useActForm()
  const label = useLabel(path)
  const problem = problemOf(path)
  return (
    <fieldset className="act-group wide">
      <legend>{label}</legend>
      {entries.map((entry, at) => (
        // Entries have no identity but their place; taking one out moves those after it, and their fields with them.
        <div className="act-entry" key={at} role="group" aria-label={t('acts.form.entry', { n: at + 1 })}>
          <ActField
            spec={spec.item}
            path={`${path}.${at}`}
            draft={entry}
            onChange={(value) => onChange(entries.map((each, index) => (index === at ? value : each)))}
          />
          <Button
            size="sm"
            variant="quiet"
            icon="minus"
            label={t('acts.form.remove', { n: at + 1 })}
            onPress={() => onChange(entries.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {problem === null ? null : <p className="err">{problem}</p>}
      {entries.length >= spec.max ? null : (
        <Button
          size="sm"
          icon="plus"
          onPress={() => onChange([...entries, emptyField(spec.item, prefill, plainPath(path))])}
        >
          {t('acts.form.add')}
        </Button>
      )}
    </fieldset>
  )
}

function Choices({
  values,
  path,
  chosen,
  onChange,
}: {
  readonly values: readonly string[]
  readonly path: string
  readonly chosen: readonly string[]
  readonly onChange: (draft: Draft) => void
}) {
  const { kind } = useActForm()
  const words = `${kind}.${plainPath(path)}`
  return (
    <fieldset className="act-group wide">
      <legend>{fieldLabel(words)}</legend>
      {values.map((value) => (
        <Checkbox
          key={value}
          label={valueText(words, value)}
          checked={chosen.includes(value)}
          onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))}
        />
      ))}
    </fieldset>
  )
}

function Materials() {
  const { materials, onMaterials, problems } = useActForm()
  const first = useRef<HTMLInputElement>(null)
  return (
    <div className="wide">
      <SupplyTable lines={materials} onChange={onMaterials} problems={problems} firstRef={first} />
    </div>
  )
}
