import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RatingLevel, type RatingTag, ratingTags } from '../../../domain/rating/rating.ts'
import { errorText } from '../../i18n/error-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface RatingReasonsProps {
  readonly level: RatingLevel
  readonly bad: boolean
  readonly onBack: () => void
  readonly onGiven: () => void
}

const goodTags: readonly RatingTag[] = ['prompt', 'clear', 'polite', 'one_visit']

/** Why, in the resident's own words if he likes; sent by him alone. */
export function RatingReasons({ level, bad, onBack, onGiven }: RatingReasonsProps) {
  const { t } = useTranslation('customer')
  const host = useHost()
  const [tags, setTags] = useState<readonly RatingTag[]>([])
  const [comment, setComment] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const giving = useMutation({
    mutationFn: () =>
      host.rating.give({ level, tags: [...tags], comment: comment.trim() === '' ? null : comment.trim(), anonymous }),
    onSuccess: (result) => (result.ok ? onGiven() : undefined),
  })
  const send = () => (giving.isPending ? undefined : giving.mutate())
  const offered = ratingTags.filter((tag) => goodTags.includes(tag) !== bad)
  const toggle = (tag: RatingTag) =>
    setTags((all) => (all.includes(tag) ? all.filter((each) => each !== tag) : [...all, tag]))
  useKeys([
    ...offered.map((tag, at) => ({ keys: String(at + 1), run: () => toggle(tag) })),
    { keys: 'F9', run: send },
    { keys: 'Esc', run: onBack },
  ])
  const failure =
    giving.error !== null
      ? errorText(giving.error)
      : giving.data?.ok === false
        ? { text: refusalText(giving.data.error), code: giving.data.error.code }
        : null
  return (
    <div className="customer-reasons" ref={box} tabIndex={-1}>
      <p className="customer-chosen">
        {t('chosen')} <b>{t(`levels.l${level}`)}</b>
      </p>
      {failure === null ? null : (
        <Banner tone="problem" title={t('failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <fieldset className="customer-tags">
        <legend>{t(bad ? 'reasons.bad' : 'reasons.good')}</legend>
        {offered.map((tag) => (
          <Checkbox key={tag} label={t(`tags.${tag}`)} checked={tags.includes(tag)} onChange={() => toggle(tag)} />
        ))}
      </fieldset>
      <TextField label={t('comment')} value={comment} onChange={setComment} rows={2} maxLength={500} />
      <Checkbox label={t('anonymous')} checked={anonymous} onChange={setAnonymous} />
      <div className="customer-acts">
        <Button keys="Esc" onPress={onBack}>
          {t('change')}
        </Button>
        <Button variant="primary" keys="F9" busy={giving.isPending} onPress={send}>
          {t('send')}
        </Button>
      </div>
    </div>
  )
}
