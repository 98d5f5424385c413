import { useTranslation } from 'react-i18next'
import { caseStatuses } from '../../contract/queries/cases.ts'
import { useKeys } from '../keyboard/keyboard-context.ts'
import { useNavigation } from '../navigation/navigation-context.ts'
import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Mark } from '../ui/mark.tsx'
import { useIntake } from './intake-context.ts'
import { unanswered } from './model/session.ts'
import './form-parts.css'

/** Cases that look like this one. A hint: it asks for an answer and keeps nobody from anything. */
export function SimilarSection() {
  const { t } = useTranslation(['intake', 'terms'])
  const { session, edit, focusField } = useIntake()
  const { go } = useNavigation()
  const open = unanswered(session)
  useKeys([{ keys: 'Alt D', run: () => focusField('similar'), enabled: open.length > 0 }])
  if (open.length === 0) return null
  const answer = (ids: readonly string[]) => {
    for (const id of ids) edit({ type: 'answerSimilar', id })
    focusField(open.length > ids.length ? 'similar' : 'acts')
  }
  return (
    <section className="intake-similar" data-field="similar" role="status">
      <h2>
        <span>
          <Mark name="diamond" /> {t('similar.title', { n: open.length })}
        </span>
        <KeyHint keys="Alt D" />
      </h2>
      {open.length > 1 ? (
        <Button size="sm" onPress={() => answer(open.map(({ id }) => id))}>
          {t('similar.allDifferent')}
        </Button>
      ) : null}
      {open.map((other) => {
        const status = caseStatuses.find((each) => each === other.status)
        return (
          <div key={other.id} className="intake-similar-row">
            <b className="num">{other.caseNo}</b>
            <span>{other.title}</span>
            <span className="muted">
              {t('similar.row', {
                status: status === undefined ? t('similar.draft') : t(`terms:status.${status}`),
                on: other.on,
              })}
            </span>
            <span className="row">
              <Button size="sm" onPress={() => answer([other.id])}>
                {t('similar.different')}
              </Button>
              <Button size="sm" variant="quiet" onPress={() => go({ page: 'case', id: other.id })}>
                {t('similar.open')}
              </Button>
            </span>
          </div>
        )
      })}
    </section>
  )
}
