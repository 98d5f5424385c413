import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../ipc/clients.ts'
import { LastFour } from './last-four.tsx'
import { NumberPad } from './number-pad.tsx'
import { ProgressResult } from './progress-result.tsx'
import { padInto } from './pad-into.ts'

/** Two questions, one after the other: the number on the receipt, and the last four of the identity card. */
export function ProgressScreen({ today }: { readonly today: string }) {
  const { t } = useTranslation('kiosk')
  const host = useHost()
  const [subject, setSubject] = useState('')
  const [lastFour, setLastFour] = useState('')
  const [step, setStep] = useState<'subject' | 'last_four'>('subject')
  const ask = useMutation({ mutationFn: () => host.kiosk.progress({ subject, lastFour }), gcTime: 0 })
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [step])
  const answer = ask.data
  const again = () => {
    ask.reset()
    setSubject('')
    setLastFour('')
    setStep('subject')
  }
  if (answer !== undefined && 'found' in answer) {
    return <ProgressResult found={answer.found} subject={subject} today={today} onAgain={again} />
  }
  const isSubject = step === 'subject'
  const submit = () => {
    if (isSubject) {
      if (subject.trim() !== '') setStep('last_four')
    } else if (lastFour.length === 4 && !ask.isPending) ask.mutate()
  }
  const change = (text: string) => {
    ask.reset()
    if (isSubject) setSubject(text.slice(0, 60))
    else
      setLastFour(
        text
          .replaceAll(/[^0-9A-Za-z]/gu, '')
          .toUpperCase()
          .slice(0, 4),
      )
  }
  return (
    <form
      className="ksk-progress"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {isSubject ? null : (
        <p className="ksk-done">
          <span>{t('progress.no')}</span>
          <b className="num">{subject}</b>
          <span className="grow" />
          <button type="button" className="ksk-button" onClick={() => setStep('subject')}>
            {t('progress.change')}
          </button>
        </p>
      )}
      <h1 className="ksk-ask">{isSubject ? t('progress.askNo') : t('progress.askFour')}</h1>
      <p className="ksk-hint">{isSubject ? t('progress.noHint') : t('progress.fourHint')}</p>
      {isSubject ? (
        <input
          ref={input}
          className="ksk-input num"
          aria-label={t('progress.askNo')}
          autoComplete="off"
          spellCheck={false}
          value={subject}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <LastFour ref={input} label={t('progress.askFour')} value={lastFour} onChange={change} />
      )}
      <p className="ksk-tip">{t('progress.shows')}</p>
      <p className="ksk-problem" role="alert">
        {answer === undefined
          ? ask.isError
            ? t('progress.failed')
            : null
          : answer.refused === 'wait'
            ? t('progress.wait', { n: Math.max(1, Math.ceil(answer.ms / 60_000)) })
            : t(`progress.refused.${answer.refused}`)}
      </p>
      <NumberPad
        letters={isSubject ? ['W', '-'] : ['X']}
        onKey={(key) => change(padInto(isSubject ? subject : lastFour, key))}
        onClear={() => change('')}
        go={isSubject ? t('progress.next') : t('progress.look')}
        ready={isSubject ? subject.trim() !== '' : lastFour.length === 4 && !ask.isPending}
      />
    </form>
  )
}
