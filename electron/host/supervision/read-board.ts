import type { Board, WatchedComplaint, WatchedSignal, WatchedTask } from '../../../contract/queries/supervision.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { User } from '../../../contract/queries/desk.ts'
import type { StoredCase } from '../../../db/cases/reader.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import { organOf, titleOf } from '../../../domain/case/titles.ts'
import { legalTimeState } from '../../../domain/clock/legal-time-state.ts'
import { workdaysLeft } from '../../../domain/clock/limit-time.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import { taskDue } from '../../../domain/record/task/dues.ts'
import type { TaskRecord } from '../../../domain/record/task/task-record.ts'
import { isSealedTask } from '../../../domain/rating/sealed-task.ts'
import { settingsOn } from '../../../domain/settings/settings-on.ts'
import { type WatchedCase, boardLines, graver, toldSignals } from '../../../domain/supervision/board.ts'
import { factsOfCase } from '../../../domain/supervision/facts/case-facts.ts'
import type { SignalLevel } from '../../../domain/supervision/rule.ts'
import { type WatchScope, isWatched, watchScope } from '../../../domain/supervision/watch-scope.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import type { Services } from '../services.ts'
import { type FoundSignal, gravestFirst, signalsOfCase, signalsOfRecords, watchedCases } from './scan.ts'

type Deps = Pick<Services, 'store' | 'today' | 'now'>

/** Tasks that ended longer ago than this many working days are found by their case, not on the board. */
const endedShownFor = 30

/** The board as this person sees it, a slice of open cases at a time. */
export async function* readBoard(deps: Deps, user: User): AsyncGenerator<RunProgress, Board> {
  const { store, today, now } = deps
  const asOf = today()
  const scope = scopeOf(deps, user)
  const tasks = tasksOf(deps).filter((task) => !isSealedTask(user.role, task))
  const tasksBySignal = new Map(tasks.flatMap((task) => task.signals.map((signal) => [signal, task] as const)))
  const watched: WatchedCase[] = []
  const found: (FoundSignal & { readonly stored: StoredCase | null })[] = []
  const complaints: WatchedComplaint[] = []
  const look = (stored: StoredCase) => {
    const { state, deviceNo } = stored
    if (!isWatched(scope, organOf(state), deviceNo)) return
    const signals = signalsOfCase(store, state, asOf)
    found.push(...signals.map((each) => ({ ...each, stored })))
    if (state.closedOn !== null) return
    const level = signals.reduce<SignalLevel | null>((most, { signal }) => graver(most, signal.level), null)
    const time = legalTimeState(
      caseClocks(state, store.calendar),
      asOf,
      settingsOn(store.settings, 'supervision', asOf),
    )
    watched.push({ organ: organOf(state), deviceNo, paused: time === 'paused', level })
    if (state.kind === 'complaint') complaints.push(complaintOf(deps, state))
  }
  yield* casesInSlices(store, { kinds: watchedCases, openOnly: true, now }, look)
  // What was closed meanwhile stays on the board for as long as its card is not settled.
  for (const id of closedCarded(tasks)) {
    const stored = store.read.cases.find(id)
    if (stored !== null && stored.state.closedOn !== null && stored.state.status !== 'voided') look(stored)
  }
  const sealed = sealedTasks(deps, user)
  for (const each of signalsOfRecords(store, asOf))
    if (isWatched(scope, each.organ, null) && !sealed.has(each.signal.subject)) found.push({ ...each, stored: null })
  return {
    asOf,
    readAt: now(),
    scope: { of: scope.of, name: scopeName(deps, scope) },
    organs: [...boardLines(watched, 'organ')],
    windows: [...boardLines(watched, 'deviceNo')],
    signals: gravestFirst(toldSignals(found, ({ id }) => tasksBySignal.has(id))).map((each) =>
      toSignal(deps, each, each.stored, tasksBySignal),
    ),
    tasks: tasks.flatMap((task) => toTask(deps, task, scope)),
    complaints: complaints.sort((a, b) => (b.late ?? -Infinity) - (a.late ?? -Infinity)),
    limits: settingsOn(store.settings, 'tasks', asOf),
  }
}

const scopeOf = ({ store }: Deps, { id, role }: User): WatchScope => {
  const organ = store.read.reference.findStaff(id)?.organ ?? null
  return watchScope(role, organ, store.read.meta.findDevice()?.deviceNo ?? null)
}

const scopeName = ({ store }: Deps, scope: WatchScope): string => {
  if (scope.of === 'organ') return scope.organ
  if (scope.of === 'center') return store.read.reference.findCenter()?.name ?? ''
  return store.read.reference.findWindow(scope.deviceNo)?.name ?? scope.deviceNo
}

/** Newest last, so that the newest task about a signal is the one told. */
const tasksOf = ({ store }: Deps): readonly TaskRecord[] => {
  const tasks: TaskRecord[] = []
  store.read.records.each('task', (state) => {
    if (state.kind === 'task') tasks.push(state)
  })
  return tasks
}

/** What a bad rating led to is told to nobody who serves at the counter. */
const sealedTasks = (deps: Deps, { role }: User): ReadonlySet<string> =>
  new Set(tasksOf(deps).flatMap((task) => (isSealedTask(role, task) ? [task.id] : [])))

const closedCarded = (tasks: readonly TaskRecord[]): ReadonlySet<string> =>
  new Set(
    tasks.flatMap(({ ended, caseId, signals }) =>
      ended !== null || caseId === null || signals.length === 0 ? [] : [caseId],
    ),
  )

const lateBy = ({ store, today }: Deps, due: PlainDate | null): number | null =>
  due === null ? null : -workdaysLeft(today(), due, store.calendar)

const toSignal = (
  deps: Deps,
  { signal, caseNo, record, title, organ, carded }: FoundSignal,
  stored: StoredCase | null,
  tasks: ReadonlyMap<string, TaskRecord>,
): WatchedSignal => {
  const task = tasks.get(signal.id) ?? null
  const { id, rule, level, article, occasion, since, due } = signal
  return {
    id,
    rule,
    level,
    article,
    occasion,
    since,
    due,
    late: lateBy(deps, due),
    caseId: stored?.state.id ?? null,
    caseNo,
    status: stored?.state.status ?? null,
    deviceNo: stored?.deviceNo ?? null,
    record,
    title: maskPersonalData(title),
    organ,
    task: task === null ? null : { id: task.id, task: task.task, status: task.status },
    carded,
  }
}

const toTask = (deps: Deps, task: TaskRecord, scope: WatchScope): readonly WatchedTask[] => {
  const { store } = deps
  const ended = lateBy(deps, task.ended?.on ?? null)
  if (ended !== null && ended > endedShownFor) return []
  const stored = task.caseId === null ? null : store.read.cases.find(task.caseId)
  if (!isWatched(scope, task.organ, stored?.deviceNo ?? null)) return []
  const due = taskDue(task, store.calendar)
  return [
    {
      id: task.id,
      version: task.version,
      task: task.task,
      status: task.status,
      caseId: task.caseId,
      caseNo: stored?.state.caseNo ?? null,
      title: maskPersonalData(stored === null ? task.content : titleOf(stored.state)),
      organ: task.organ,
      person: task.person === null ? null : (store.read.reference.findStaff(task.person)?.name ?? null),
      openedOn: task.openedOn,
      due,
      late: task.ended === null ? lateBy(deps, due) : null,
      endedOn: task.ended?.on ?? null,
    },
  ]
}

const complaintOf = (deps: Deps, state: CaseState): WatchedComplaint => {
  const owed = factsOfCase(state, deps.store.calendar).owed.find(({ doneOn }) => doneOn === null)
  const owes = owed?.what === 'complaint_acceptance' || owed?.what === 'complaint_answer' ? owed.what : null
  const due = owes === null ? null : (owed?.due ?? null)
  return {
    caseId: state.id,
    caseNo: state.caseNo,
    title: maskPersonalData(titleOf(state)),
    organ: organOf(state),
    status: state.status,
    arrivedOn: state.arrivedOn,
    owes,
    due,
    late: lateBy(deps, due),
  }
}
