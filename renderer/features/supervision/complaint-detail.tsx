import { useTranslation } from 'react-i18next'
import type { WatchedComplaint } from '../../../contract/queries/supervision.ts'
import { obligationWords } from '../../../contract/words/supervision-words.ts'
import type { Role } from '../../../domain/case/role.ts'
import { taskWorkflow } from '../../../domain/record/task/workflow.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'

export interface ComplaintDetailProps {
  readonly complaint: WatchedComplaint
  readonly role: Role
  readonly onFollow: (label: string) => void
  readonly onOpen: (caseId: string) => void
}

/** A complaint with what is owed to who complained; it is decided and answered on its own page. */
export function ComplaintDetail({ complaint, role, onFollow, onOpen }: ComplaintDetailProps) {
  const { t } = useTranslation(['supervision', 'terms'])
  const { caseId, caseNo, title, organ, status, arrivedOn, owes, due } = complaint
  const may = taskWorkflow.states.none.some(
    ({ act, roles }) => act === 'task.open' && roles.some((each) => each === role),
  )
  const label = t('acts.complaint')
  useKeys([
    { keys: 'F9', label: t('detail.open'), run: () => onOpen(caseId) },
    ...(may ? [{ keys: 'S', label, run: () => onFollow(label) }] : []),
  ])
  return (
    <>
      <header>
        <Badge>{t('terms:caseKind.complaint')}</Badge>
        <h2 className="num">{caseNo}</h2>
      </header>
      <div className="bd-detail-body">
        <b className="bd-title">{title}</b>
        <FactList
          facts={[
            [t('columns.owes'), owes === null ? null : obligationWords[owes]],
            [t('detail.due'), due === null ? null : dateWithWeekday(due)],
            [t('detail.state'), t(`terms:status.${status}`)],
            [t('detail.organ'), organ],
            [t('columns.arrived'), dateWithWeekday(arrivedOn)],
          ]}
        />
        <div className="bd-acts">
          <Button variant="primary" keys="F9" onPress={() => onOpen(caseId)}>
            {t('detail.open')}
          </Button>
          {may ? (
            <Button keys="S" onPress={() => onFollow(label)}>
              {label}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  )
}
