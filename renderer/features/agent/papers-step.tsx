import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileDialog } from '../../files/file-dialog.tsx'
import { sizeText } from '../../files/read-file.ts'
import type { MaterialFields } from '../../intake/model/form-model.ts'
import type { Paper } from '../../intake/use-papers.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useErrandContext } from './errand-context.ts'
import { unansweredLines } from './model/errand-gaps.ts'
import { PaperButtons } from './paper-buttons.tsx'

/** The checklist as cards: each paper is photographed, taken as paper, or not there. */
export function PapersStep() {
  const { t } = useTranslation(['agent', 'files'])
  const { intake, agency } = useErrandContext()
  const { form, papers, edit, focusField } = intake
  const open = unansweredLines(form)
  const current = open[0] ?? null
  const answer = (at: number, there: boolean) => {
    edit({ type: 'agency', part: { notThere: notThereOf(agency.notThere, at, !there) } })
    edit({ type: 'material', edit: { type: 'set', at, state: there ? 'collected' : 'missing' } })
    const next = open.find((each) => each !== at)
    focusField(next === undefined ? 'acts' : `materials.${next}`)
  }
  useKeys([
    {
      keys: 'Alt O',
      label: t('papers.asPaper'),
      enabled: current !== null,
      run: () => (current === null ? undefined : answer(current, true)),
    },
    {
      keys: 'Alt N',
      label: t('papers.none'),
      enabled: current !== null,
      run: () => (current === null ? undefined : answer(current, false)),
    },
  ])
  return (
    <>
      <h1>{t('papers.title')}</h1>
      <p className="errand-say">{t('papers.say')}</p>
      {form.materials.length === 0 ? <Note>{t('papers.noMaterials')}</Note> : null}
      <ul className="errand-papers">
        {form.materials.map((line, at) => (
          <PaperCard key={`${at} ${line.name}`} line={line} at={at} isNow={at === current} onAnswer={answer} />
        ))}
      </ul>
      {papers.adding === null ? null : (
        <Progress
          label={t('files:adding')}
          value={papers.adding.done}
          max={papers.adding.total}
          onCancel={papers.stop}
        />
      )}
      {papers.notTaken.map(({ name, text }) => (
        <Banner key={name} tone="problem" title={name}>
          {text}
        </Banner>
      ))}
      <Note tone="accent">
        <b>{t('papers.giveBack')}</b> {t('papers.onlyHere')}
      </Note>
    </>
  )
}

/** The positions without `at`, or with it. */
const notThereOf = (before: readonly number[], at: number, isNotThere: boolean): readonly number[] => {
  const others = before.filter((each) => each !== at)
  return isNotThere ? [...others, at] : others
}

interface PaperCardProps {
  readonly line: MaterialFields
  readonly at: number
  /** The first of which nothing is said yet. */
  readonly isNow: boolean
  readonly onAnswer: (at: number, there: boolean) => void
}

function PaperCard({ line, at, isNow, onAnswer }: PaperCardProps) {
  const { t } = useTranslation(['agent', 'terms'])
  const { intake, agency, keepPaper } = useErrandContext()
  const [shown, setShown] = useState<Paper | null>(null)
  const photos = intake.papers.list.filter(({ role, material }) => role === 'material' && material === line.name)
  const notThere = agency.notThere.includes(at)
  const taken = line.received > 0
  const state = taken ? (photos.length > 0 ? 'photographed' : 'asPaper') : notThere ? 'none' : 'open'
  return (
    <li
      className={`errand-card ${taken ? 'ok' : ''} ${isNow ? 'now' : ''}`}
      aria-current={isNow ? 'step' : undefined}
      data-field={`materials.${at}`}
    >
      <b>{line.name}</b>
      <span className="muted">
        {t('papers.line', { form: t(`terms:materialForm.${line.form}`), n: line.expected })}
        {line.required ? '' : t('papers.optional')}
      </span>
      {state === 'open' ? null : (
        <Badge {...(state === 'none' ? { mark: 'dash' as const } : { mark: 'done' as const, tone: 'accent' as const })}>
          {t(`papers.state.${state}`, { n: photos.length })}
        </Badge>
      )}
      {photos.map((photo) => (
        <span key={photo.blob} className="errand-photo">
          <Button size="sm" variant="quiet" onPress={() => setShown(photo)}>
            {photo.name}
          </Button>
        </span>
      ))}
      <PaperButtons
        name={line.name}
        again={photos.length > 0}
        primary={isNow}
        onFile={(file) => void keepPaper(file, { of: 'material', at })}
      />
      <span className="errand-paper-buttons">
        <Button
          label={line.name}
          onPress={() => onAnswer(at, true)}
          {...(isNow ? { keys: 'Alt O' } : {})}
          disabledReason={taken ? t('papers.alreadyTaken') : null}
        >
          {t('papers.asPaper')}
        </Button>
        <Button
          label={line.name}
          onPress={() => onAnswer(at, false)}
          {...(isNow ? { keys: 'Alt N' } : {})}
          disabledReason={photos.length > 0 ? t('papers.alreadyTaken') : null}
        >
          {t('papers.none')}
        </Button>
      </span>
      {shown === null ? null : <PhotoDialog photo={shown} onClose={() => setShown(null)} />}
    </li>
  )
}

function PhotoDialog({ photo, onClose }: { readonly photo: Paper; readonly onClose: () => void }) {
  const { form } = useErrandContext().intake
  const host = useHost()
  return (
    <FileDialog
      name={photo.name}
      facts={sizeText(photo.size)}
      queryKey={['drafts', 'file', form.caseId, photo.blob]}
      load={(signal) => host.drafts.fileContent({ id: form.caseId, blob: photo.blob }, { signal })}
      onClose={onClose}
    />
  )
}
