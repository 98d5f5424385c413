import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast-store.ts'
import { AddBar } from '../../files/add-bar.tsx'
import { FileDialog } from '../../files/file-dialog.tsx'
import { sizeText } from '../../files/read-file.ts'
import { useIntake } from '../../intake/intake-context.ts'
import { materialAt } from './material-at.ts'
import type { Paper } from '../../intake/use-papers.ts'
import '../../ui/case-lines.css'
import '../../files/files.css'

/** Papers scanned while the form is filled in (INT-14): what goes into the case with it. */
export function PapersPanel() {
  const { t } = useTranslation(['intake', 'files', 'ui'])
  const { form, papers, session, focusField } = useIntake()
  const host = useHost()
  const toast = useToast()
  const [shown, setShown] = useState<Paper | null>(null)
  const [asking, setAsking] = useState<Paper | null>(null)
  const factsOf = ({ role, material, size }: Paper) =>
    t('papers.facts', { role: material ?? t(`files:roles.${role}`), size: sizeText(size) })
  const remove = (paper: Paper) => {
    setAsking(null)
    focusField('papers')
    papers.remove(paper).catch((error: unknown) => toast({ kind: 'problem', ...errorText(error) }))
  }
  const { list } = papers
  return (
    <Panel
      title={t('papers.title')}
      note={list.length === 0 ? t('papers.none') : t('files:count', { n: list.length })}
      padded={false}
      className="intake-papers"
    >
      <div className="files" data-field="papers">
        {list.length === 0 ? null : (
          <ul className="case-lines" aria-label={t('papers.title')}>
            {list.map((paper) => (
              <li key={paper.blob}>
                <span className="grow ell">{paper.name}</span>
                <small className="muted num">{factsOf(paper)}</small>
                <Button size="sm" label={paper.name} onPress={() => setShown(paper)}>
                  {t('files:open')}
                </Button>
                <Button size="sm" variant="quiet" label={paper.name} onPress={() => setAsking(paper)}>
                  {t('papers.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {session.phase === 'editing' ? (
          <AddBar
            {...papers}
            onAs={papers.takeAs}
            materials={form.materials}
            pointed={() => materialAt(document.activeElement)}
          />
        ) : null}
      </div>
      {shown === null ? null : (
        <FileDialog
          name={shown.name}
          facts={factsOf(shown)}
          queryKey={['drafts', 'file', form.caseId, shown.blob]}
          load={(signal) => host.drafts.fileContent({ id: form.caseId, blob: shown.blob }, { signal })}
          onClose={() => setShown(null)}
        />
      )}
      <Dialog
        role="alertdialog"
        title={t('papers.removeTitle', { name: asking?.name ?? '' })}
        open={asking !== null}
        onClose={() => setAsking(null)}
        footer={
          <>
            <Button onPress={() => setAsking(null)} autoFocus>
              {t('ui:cancel')}
            </Button>
            <Button variant="primary" onPress={() => (asking === null ? undefined : remove(asking))}>
              {t('papers.remove')}
            </Button>
          </>
        }
      >
        <p>{t('papers.removeText')}</p>
      </Dialog>
    </Panel>
  )
}
