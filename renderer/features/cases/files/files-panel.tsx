import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../contract/queries/cases.ts'
import { attachmentsOf } from '../../../../domain/attachment/attachment-act.ts'
import { mayOpenAttachments } from '../../../../domain/attachment/may-open.ts'
import type { Attachment } from '../../../../domain/attachment/attachment.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { Role } from '../../../../domain/case/role.ts'
import { mayPerform } from '../../../../domain/case/workflow.ts'
import { useHost } from '../../../ipc/clients.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { AddBar } from '../../../files/add-bar.tsx'
import { DetachDialog } from './detach-dialog.tsx'
import { DropZone } from '../../../files/drop-zone.tsx'
import { FileDialog } from '../../../files/file-dialog.tsx'
import type { PaperKind } from '../../../files/paper-kind.ts'
import { acceptedFiles, sizeText } from '../../../files/read-file.ts'
import { ReplaceDialog } from './replace-dialog.tsx'
import { countingFirst } from './replace-file.ts'
import { useAddFiles } from '../../../files/use-add-files.ts'
import '../../../files/files.css'

interface FilesPanelProps {
  readonly state: CaseState
  readonly role: Role
  /** What second entries of the application had with them: it is seen here, and taken off where it was attached. */
  readonly aliasFiles: NonNullable<CaseDetail['aliasFiles']>
}

interface Replacing {
  readonly file: Attachment
  readonly next: File
}

/** Scans and papers of the case: seen, added by choosing or dropping, replaced or taken off with a reason. */
export function FilesPanel({ state, role, aliasFiles }: FilesPanelProps) {
  const { t } = useTranslation('files')
  const host = useHost()
  const queries = useQueryClient()
  const [as, setAs] = useState<PaperKind>({ role: 'material' })
  const [shown, setShown] = useState<Attachment | null>(null)
  const [detaching, setDetaching] = useState<Attachment | null>(null)
  const [replacing, setReplacing] = useState<Replacing | null>(null)
  const nextPicker = useRef<HTMLInputElement>(null)
  // The one that the next choice replaces.
  const old = useRef<Attachment | null>(null)
  const adds = useAddFiles(
    state.id,
    (file) => host.attachments.add({ caseId: state.id, ...file }),
    () => queries.invalidateQueries({ queryKey: ['cases', 'one', state.id] }),
  )

  const files = attachmentsOf(state)
  const open = mayOpenAttachments(role, state)
  const changeable = state.archivedOn === undefined && state.status !== 'voided' && mayPerform(role, 'case.attach')
  const replace = (file: Attachment) => {
    old.current = file
    nextPicker.current?.click()
  }
  return (
    <Panel
      title={t('title')}
      note={
        files.length + aliasFiles.length === 0
          ? t('none')
          : t('count', { n: countOf(files) + countOf(aliasFiles.map(({ file }) => file)) })
      }
      padded={false}
    >
      <DropZone className="files" enabled={changeable} onFiles={(list) => void adds.add(list, as)}>
        {files.length === 0 ? null : (
          <ul className="case-lines">
            {countingFirst(files).map((file) => (
              <FileLine
                key={file.blob}
                file={file}
                onOpen={open ? () => setShown(file) : null}
                counts={files.length > countOf(files)}
                onReplace={changeable && file.detached === null ? () => replace(file) : null}
                onDetach={changeable && file.detached === null ? () => setDetaching(file) : null}
              />
            ))}
          </ul>
        )}
        {aliasFiles.length === 0 ? null : (
          <ul className="case-lines" aria-label={t('ofAliases')}>
            {aliasFiles.map(({ caseNo, file }) => (
              <FileLine
                key={`${caseNo} ${file.blob}`}
                file={file}
                from={caseNo}
                onOpen={open ? () => setShown(file) : null}
                onReplace={null}
                onDetach={null}
              />
            ))}
          </ul>
        )}
        {open ? null : <p className="files-note muted small">{t('confidential')}</p>}
        {changeable ? <AddBar {...adds} as={as} onAs={setAs} materials={materialsOf(state)} /> : null}
      </DropZone>
      {shown === null ? null : (
        <FileDialog
          name={shown.name}
          facts={t('facts', {
            role: shown.material ?? t(`roles.${shown.role}`),
            size: sizeText(shown.size),
            on: shown.on,
          })}
          queryKey={['cases', 'file', state.id, shown.blob]}
          load={(signal) => host.attachments.content({ caseId: state.id, blob: shown.blob }, { signal })}
          onClose={() => setShown(null)}
        />
      )}
      <input
        ref={nextPicker}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={t('replace')}
        accept={acceptedFiles}
        onChange={(event) => {
          const next = event.target.files?.item(0) ?? null
          if (next !== null && old.current !== null) setReplacing({ file: old.current, next })
          event.target.value = ''
        }}
      />
      {replacing === null ? null : <ReplaceDialog state={state} {...replacing} onClose={() => setReplacing(null)} />}
      {detaching === null ? null : <DetachDialog state={state} file={detaching} onClose={() => setDetaching(null)} />}
    </Panel>
  )
}

/** What the checklist of the case asks for; a question and a complaint have none. */
const materialsOf = (state: CaseState): readonly { readonly name: string }[] =>
  state.kind === 'service' || state.kind === 'bundle' ? state.intake.materials : []

const countOf = (files: readonly Attachment[]): number => files.filter(({ detached }) => detached === null).length

interface FileLineProps {
  readonly file: Attachment
  /** Number of the second entry that it came with; absent = the case's own. */
  readonly from?: string
  /** Some of the case were taken off: each says whether it counts. */
  readonly counts?: boolean
  readonly onOpen: (() => void) | null
  readonly onReplace: (() => void) | null
  readonly onDetach: (() => void) | null
}

function FileLine({ file, from, counts = false, onOpen, onReplace, onDetach }: FileLineProps) {
  const { t } = useTranslation('files')
  const { name, role, material, size, on, detached } = file
  return (
    <li className={detached === null ? '' : 'files-off'}>
      <span className="grow">
        {name}
        <small>
          {t('facts', { role: material ?? t(`roles.${role}`), size: sizeText(size), on })}
          {detached !== null ? null : file.in ? (
            <>
              {' '}
              <Mark name="done" /> {t('in')}
            </>
          ) : (
            <>
              {' '}
              <Mark name="dash" /> {t('onItsWay')}
            </>
          )}
        </small>
        {from === undefined ? null : <small>{t('from', { caseNo: from })}</small>}
        {detached === null ? null : <small>{t('detached', { on: detached.on, reason: detached.reason })}</small>}
      </span>
      {counts ? (
        <Badge tone={detached === null ? 'green' : 'plain'}>{t(detached === null ? 'counts' : 'countsNot')}</Badge>
      ) : null}
      {onOpen === null ? null : (
        <Button size="sm" label={name} onPress={onOpen}>
          {t('open')}
        </Button>
      )}
      {onReplace === null ? null : (
        <Button size="sm" variant="quiet" label={name} onPress={onReplace}>
          {t('replace')}
        </Button>
      )}
      {onDetach === null ? null : (
        <Button size="sm" variant="quiet" label={name} onPress={onDetach}>
          {t('detach')}
        </Button>
      )}
    </li>
  )
}
