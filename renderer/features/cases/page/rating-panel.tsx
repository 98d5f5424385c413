import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../contract/queries/cases.ts'
import type { User } from '../../../../contract/queries/desk.ts'
import { starsOf } from '../../../../domain/rating/rating.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Facts } from './facts.tsx'
import { useAskRating } from './use-ask-rating.ts'

/** Whether the resident has rated the case, what of it the viewer may see, and the way to hand him the screen. */
export function RatingPanel({ detail, user }: { readonly detail: CaseDetail; readonly user: User }) {
  const { t } = useTranslation(['cases', 'terms', 'customer'])
  const { state, rating } = detail
  const { ask, busy, failure } = useAskRating(state.id)
  const early = state.clockStart === null && state.closedOn === null
  const asks = rating === null && !early && facesResidents.has(user.role)
  useKeys([{ keys: 'F6', label: t('rating.ask'), enabled: asks, run: ask }])
  if (rating === null && !facesResidents.has(user.role)) return null
  return (
    <Panel title={t('rating.title')}>
      {failure === null ? null : (
        <Banner tone="problem" title={t('rating.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      {rating === null ? (
        <>
          <p className="small muted">{t(early ? 'rating.early' : 'rating.none')}</p>
          {early ? null : (
            <Button keys="F6" busy={busy} onPress={ask}>
              {t('rating.ask')}
            </Button>
          )}
        </>
      ) : (
        <>
          <p>
            {t('rating.given', { date: dateWithWeekday(rating.on), channel: t(`rating.channels.${rating.channel}`) })}
          </p>
          {rating.level === null ? (
            <p className="small muted">{t('rating.sealed')}</p>
          ) : (
            <Facts
              facts={[
                [
                  t('rating.level'),
                  `${t(`customer:levels.l${rating.level}`)} · ${t('customer:stars', { n: starsOf(rating.level) })}`,
                ],
                [t('rating.tags'), (rating.tags ?? []).map((tag) => t(`customer:tags.${tag}`)).join(t('acts.list'))],
                [t('rating.comment'), rating.comment],
                [t('rating.anonymous'), rating.anonymous ? t('acts.form.yes') : null],
              ]}
            />
          )}
        </>
      )}
    </Panel>
  )
}

/** Whoever sits across from the applicant. */
const facesResidents: ReadonlySet<User['role']> = new Set<User['role']>([
  'clerk',
  'agent',
  'disclosure_officer',
  'administrator',
])
