import { useTranslation } from 'react-i18next'
import type { BundleCase } from '../../../../domain/bundle/bundle-state.ts'
import { Badge } from '../../../ui/badge.tsx'
import { materialLooks } from '../../../ui/checklist-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { scansOf } from './scans-of.ts'

/** The matters of a bundle with how each has ended, and the papers they share. */
export function BundlePanel({ state }: { readonly state: BundleCase }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { parts, materials } = state.intake
  const resultOf = (caseId: string) => state.done.find((done) => done.caseId === caseId)?.result
  return (
    <>
      <Panel
        title={t('bundle.parts')}
        note={[
          t('bundle.count', { done: state.done.length, n: parts.length }),
          ...(state.intake.joint ? [t('bundle.joint')] : []),
        ].join(' · ')}
        padded={false}
      >
        <ul className="case-lines">
          {parts.map(({ caseId, item }, index) => {
            const result = resultOf(caseId)
            return (
              <li key={caseId}>
                <span className="grow">
                  {index + 1}. {item.name}
                  <small>{item.organ}</small>
                </span>
                <Badge tone={result === undefined ? 'plain' : 'accent'}>
                  {result === undefined ? t('bundle.open') : t(`terms:partResult.${result}`)}
                </Badge>
              </li>
            )
          })}
        </ul>
      </Panel>
      <Panel title={t('bundle.materials')} note={t('materials.count', { n: materials.length })} padded={false}>
        <ul className="case-lines">
          {materials.map((line) => (
            <li key={line.n}>
              <span className="grow">
                {line.n}. {line.name}
                <small>
                  {t(`terms:materialForm.${line.form}`)}{' '}
                  {t('materials.copies', { received: line.received, expected: line.expected })} ·{' '}
                  {t('bundle.usedBy', { parts: line.parts.join(t('timeline.list')) })}
                  {scansOf(state, line.name) === 0
                    ? ''
                    : ` · ${t('materials.scans', { n: scansOf(state, line.name) })}`}
                </small>
              </span>
              <Badge {...materialLooks[line.state]}>{t(`terms:materialState.${line.state}`)}</Badge>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
