import { useTranslation } from 'react-i18next'
import { materialForms } from '../../domain/service/service-item.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { MaterialDraft } from './item-draft.ts'

/** The papers that an item asks for, a line each. */
export function MaterialRows({
  lines,
  onChange,
  problemAt,
}: {
  readonly lines: readonly MaterialDraft[]
  readonly onChange: (lines: readonly MaterialDraft[]) => void
  readonly problemAt: (index: number, field: 'name' | 'copies') => string | null
}) {
  const { t } = useTranslation(['console', 'terms'])
  const set = (key: string, said: Partial<MaterialDraft>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...said } : line)))
  const add = () =>
    onChange([
      ...lines,
      {
        key: crypto.randomUUID(),
        name: '',
        form: 'original',
        copies: '1',
        required: true,
        tolerable: false,
        from: null,
      },
    ])
  return (
    <fieldset className="csl-materials">
      <legend>{t('item.materials')}</legend>
      {lines.map(({ key, name, form, copies, required, tolerable }, index) => (
        <div key={key} className="csl-material" role="group" aria-label={t('item.material', { n: index + 1 })}>
          <TextField
            label={t('item.materialName')}
            value={name}
            onChange={(next) => set(key, { name: next })}
            maxLength={500}
            problem={problemAt(index, 'name')}
          />
          <Select
            label={t('item.form')}
            value={form}
            onChange={(next) => set(key, { form: next })}
            options={materialForms.map((one) => ({ value: one, label: t(`terms:materialForm.${one}`) }))}
          />
          <TextField
            label={t('item.copies')}
            value={copies}
            onChange={(next) => set(key, { copies: next })}
            inputMode="numeric"
            maxLength={3}
            problem={problemAt(index, 'copies')}
          />
          <Checkbox label={t('item.required')} checked={required} onChange={(next) => set(key, { required: next })} />
          <Checkbox
            label={t('item.tolerable')}
            checked={tolerable}
            onChange={(next) => set(key, { tolerable: next })}
          />
          <Button
            variant="quiet"
            icon="minus"
            label={t('item.removeMaterial', { n: index + 1 })}
            onPress={() => onChange(lines.filter((line) => line.key !== key))}
          />
        </div>
      ))}
      <div>
        <Button icon="plus" onPress={add}>
          {t('item.addMaterial')}
        </Button>
      </div>
    </fieldset>
  )
}
