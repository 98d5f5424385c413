import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportEntriesInput, ImportedEntries } from '../../../contract/queries/catalogue.ts'
import type { FileProblemCode } from '../../../contract/words/file-problem-codes.ts'
import type { Result } from '../../../domain/result.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { readBase64 } from '../../ipc/read-base64.ts'
import { useRun } from '../../ipc/use-run.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { BadRows } from './bad-rows.tsx'

export interface ImportDialogProps {
  readonly onClose: () => void
  readonly onDone: (added: number) => void
}

/** Entries from a table: looked through first; nothing is taken in while a row is wrong unless the person leaves it out. */
export function ImportDialog({ onClose, onDone }: ImportDialogProps) {
  const { t } = useTranslation('catalogue')
  return (
    <Dialog open wide onClose={onClose} title={t('importing.title')}>
      <Steps onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

type Outcome = Result<
  ImportedEntries,
  { readonly code: FileProblemCode; readonly params: Record<string, string | number> }
>
type File1 = Omit<ImportEntriesInput, 'take'>

function Steps({ onClose, onDone }: ImportDialogProps) {
  const { t } = useTranslation('catalogue')
  const host = useHost()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File1 | null>(null)
  const [taking, setTaking] = useState(false)
  const { start, busy, progress, value, error, cancel, cancelled } = useRun<Outcome>()
  const report = value?.ok === true ? value.value : null
  const run = (next: File1, take: ImportEntriesInput['take']) => {
    setTaking(take !== 'look')
    start(
      (signal) => host.catalogue.import({ ...next, take }, { signal }),
      (done) => {
        if (take !== 'look' && done.ok && done.value.bad.length === 0) onDone(done.value.added)
      },
    )
  }
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return
    const name = chosen.name.slice(-200)
    readBase64(chosen).then(
      (content) => {
        setFile({ name, content })
        run({ name, content }, 'look')
      },
      () => setFile(null),
    )
  }
  const pick = () => input.current?.click()
  const take =
    report === null || busy || report.good === 0 || report.added > 0 ? null : report.bad.length === 0 ? 'all' : 'good'
  const go = () => {
    if (file !== null && take !== null) run(file, take)
  }
  useKeys([
    { keys: 'F9', ...(take === null ? {} : { label: t('importing.title') }), run: go },
    { keys: 'Alt F', label: t('importing.choose'), run: pick },
  ])
  const left = report === null || report.added === 0 ? null : report.bad.length
  return (
    <>
      <p>{t('importing.text')}</p>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={t('importing.choose')}
        accept=".xlsx,.csv,.tsv,.txt,.json"
        onChange={(event) => {
          choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {error === null || error === undefined ? null : (
        <Banner tone="problem" title={t('importing.failed')} code={errorText(error).code}>
          {errorText(error).text}
        </Banner>
      )}
      {value?.ok === false ? (
        <Banner tone="problem" title={t('importing.failed')} code={value.error.code}>
          {t(`importing.file.${value.error.code}`)}
        </Banner>
      ) : null}
      {cancelled ? <Banner title={t('importing.stopped')} /> : null}
      {busy ? (
        <Progress
          label={taking ? t('importing.taking') : t('importing.looking', { name: file?.name ?? '' })}
          onCancel={cancel}
          {...(progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total })}
        />
      ) : null}
      {report === null || busy ? null : (
        <div role="status">
          {left === null ? (
            <p>
              {t('importing.counts', {
                name: file?.name ?? '',
                read: report.read,
                good: report.good,
                unchanged: report.unchanged,
                bad: report.bad.length,
              })}{' '}
              {t(
                report.good === 0
                  ? 'importing.nothing'
                  : report.bad.length === 0
                    ? 'importing.allGood'
                    : 'importing.someBad',
              )}
            </p>
          ) : (
            <p>
              <b>{t('importing.done', { n: report.added })}</b> {left === 0 ? '' : t('importing.notTaken', { n: left })}
            </p>
          )}
          {report.unused.length === 0 ? null : (
            <p className="small muted">{t('importing.unused', { what: report.unused.join(t('join')) })}</p>
          )}
        </div>
      )}
      {report === null || report.bad.length === 0 ? null : <BadRows rows={report.bad} />}
      <div className="dialog-foot">
        <Button keys="Esc" onPress={() => (report !== null && report.added > 0 ? onDone(report.added) : onClose())}>
          {t('importing.close')}
        </Button>
        <Button keys="Alt F" variant={take === null ? 'primary' : 'plain'} onPress={pick} autoFocus>
          {t('importing.choose')}
        </Button>
        {take === null || report === null ? null : (
          <Button keys="F9" variant="primary" onPress={go}>
            {t(take === 'all' ? 'importing.takeAll' : 'importing.takeGood', { n: report.good })}
          </Button>
        )}
      </div>
    </>
  )
}
