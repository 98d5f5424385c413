import { useTranslation } from 'react-i18next'
import { ToldInParts } from './told-in-parts.tsx'

const parts = ['how', 'what', 'when', 'cost', 'after'] as const

/** 依申请公开指南: how to request, when it is answered, what it costs, and what can be done then. */
export function RequestScreen() {
  const { t } = useTranslation('kiosk')
  return (
    <ToldInParts
      title={t('request.title')}
      parts={parts.map((part) => ({
        title: t(`request.${part}.title`),
        lines: t(`request.${part}.text`).split('\n'),
      }))}
    />
  )
}
