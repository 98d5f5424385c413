import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Mark } from '../../ui/mark.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { bundleLimitsOf } from '../../intake/model/bundle-fields.ts'
import { OrganSlot } from './organ-slot.tsx'
import { TextSlot } from '../../intake/text-slot.tsx'

/** 一件事: what it is called, who leads, and the matters that were picked together. */
export function BundlePanel() {
  const { t } = useTranslation('intake')
  const { form, edit, dispatch, problemOf } = useIntake()
  const { name, organ, joint, parts } = form.bundle
  const problem = problemOf('parts')
  return (
    <section className="panel intake-item" aria-label={t('item.bundle')}>
      <h1>{t('item.bundle')}</h1>
      <Button size="sm" keys="Ctrl I" onPress={() => dispatch({ type: 'changeItem', on: true })}>
        {t('bundle.more')}
      </Button>
      <div className="intake-grid intake-arrival">
        <TextSlot
          name="name"
          span={5}
          label={t('bundle.name')}
          required
          placeholder={t('bundle.nameHint')}
          value={name}
          onChange={(text) => edit({ type: 'bundle', field: 'name', text })}
          maxLength={bundleLimitsOf.name}
        />
        <OrganSlot
          name="organ"
          span={4}
          label={t('bundle.organ')}
          required
          value={organ}
          onChange={(text) => edit({ type: 'bundle', field: 'organ', text })}
        />
        <FieldSlot name="joint" span={3}>
          <Checkbox
            className="intake-check"
            label={t('bundle.joint')}
            checked={joint}
            onChange={(on) => edit({ type: 'joint', on })}
          />
        </FieldSlot>
        <ol className="intake-parts span-12" data-field="parts" aria-label={t('bundle.parts')}>
          {parts.map(({ caseId, item }, at) => (
            <li key={caseId}>
              <b className="num">{at + 1}</b>
              <span className="ell">{item.name}</span>
              <span className="small muted ell">{item.organ}</span>
              <Button
                size="sm"
                variant="quiet"
                label={t('bundle.remove', { name: item.name })}
                onPress={() => edit({ type: 'removePart', at })}
              >
                <Mark name="cross" />
              </Button>
            </li>
          ))}
          {parts.length < 2 ? <li className={problem === null ? 'muted' : 'err'}>{t('bundle.two')}</li> : null}
        </ol>
      </div>
    </section>
  )
}
