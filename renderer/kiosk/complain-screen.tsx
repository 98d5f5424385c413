import { useTranslation } from 'react-i18next'
import type { Center } from '../../contract/reference.ts'
import { ToldInParts } from './told-in-parts.tsx'

/** 投诉与监督: whom to tell, in person, by telephone and by letter. */
export function ComplainScreen({ center }: { readonly center: Center | null }) {
  const { t } = useTranslation('kiosk')
  const { supervisePhone, phone, address } = center ?? { supervisePhone: null, phone: null, address: null }
  const line = (text: string | null, words: (value: string) => string) => (text === null ? [] : [words(text)])
  return (
    <ToldInParts
      title={t('complain.title')}
      parts={[
        { title: t('complain.here.title'), lines: [t('complain.here.text')] },
        {
          title: t('complain.phone.title'),
          lines: [
            ...line(supervisePhone, (value) => t('complain.phone.supervise', { value })),
            ...line(phone, (value) => t('complain.phone.center', { value })),
            t('complain.phone.hotline'),
          ],
        },
        ...(address === null
          ? []
          : [{ title: t('complain.letter.title'), lines: [t('complain.letter.text', { address })] }]),
        { title: t('complain.afterwards.title'), lines: [t('complain.afterwards.text')] },
      ]}
    />
  )
}
