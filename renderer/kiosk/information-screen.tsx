import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isRegisterName } from '../../domain/register/registers.ts'
import { useHost } from '../ipc/clients.ts'
import { healing } from './heals.ts'
import { placeName } from './place-name.ts'
import type { Screen } from './screens.ts'
import { Unanswered } from './unanswered.tsx'

/** Registers first, for they are asked for most; then the columns that have something in them. */
export function InformationScreen({ onGo }: { readonly onGo: (screen: Screen) => void }) {
  const { t } = useTranslation('kiosk')
  const host = useHost()
  const places = useQuery({
    queryKey: ['sync', 'places'],
    queryFn: () => host.kiosk.places(),
    refetchInterval: healing(),
  })
  const found = places.data ?? []
  const groups = [
    ['registers', found.filter(({ place }) => isRegisterName(place))],
    ['columns', found.filter(({ place }) => !isRegisterName(place))],
  ] as const
  return (
    <div className="ksk-scroll" tabIndex={0} role="region" aria-label={t('information.title')}>
      <h1 className="ksk-ask">{t('information.title')}</h1>
      <Unanswered query={places} />
      {found.length === 0 && places.isSuccess ? <p className="ksk-none">{t('information.empty')}</p> : null}
      {groups.map(([name, list]) =>
        list.length === 0 ? null : (
          <section key={name}>
            <h2>{t(`information.${name}`)}</h2>
            <ul className="ksk-lines">
              {list.map(({ place, count }) => (
                <li key={place}>
                  <button type="button" onClick={() => onGo({ at: 'place', place })}>
                    <b>{placeName(place)}</b>
                    <small className="num">{t('information.count', { n: count })}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  )
}
