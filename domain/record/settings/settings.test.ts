import { describe, expect, it } from 'vitest'
import { plainDate } from '../../plain-date.ts'
import { complaintSet, shippedTable, supervisionSet, version } from '../../settings/_testing.ts'
import type { CenterSettings, SettingsSet } from '../../settings/center-settings.ts'
import { defaultTaskLimits } from '../task/task-kinds.ts'
import { defaultAssessment } from '../../supervision/assessment/data/default-assessment.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { asKind, recordsOn } from '../_testing.ts'
import { settingsModule } from './module.ts'
import { type SettingsAct, type SettingsRecord, settingsStates, versionOf } from './settings-record.ts'
import { settingsWorkflow } from './workflow.ts'

const today = recordsOn('2026-11-22')
const basis = '青岚县政务服务管理局 2026 年第 6 次局务会'
const draft = (set: SettingsSet = complaintSet(12)): SettingsAct => ({ kind: 'settings.draft', set, basis })
const putInForce = (from: string): SettingsAct => ({ kind: 'settings.put_in_force', from: plainDate(from) })
const withdraw = (from: string): SettingsAct => ({
  kind: 'settings.withdraw',
  from: plainDate(from),
  reason: '恢复原来的时限',
})
const done = (...acts: readonly SettingsAct[]): SettingsRecord => {
  const after = acts.reduce<SettingsRecord | null>((now, act) => asKind(today.done(now, act), 'settings'), null)
  if (after === null) throw new Error('no acts')
  return after
}
const keyOf = (state: SettingsRecord) => settingsModule.head(state, undefined as never).key

describe('a version of settings', () => {
  it('[SET-2] is drafted, in force from today at the earliest, and withdrawn from a day on', () => {
    expect(findWorkflowProblems(settingsWorkflow)).toEqual([])
    expect(Object.keys(settingsWorkflow.states).sort()).toEqual(['none', ...settingsStates].sort())
    expect(versionOf(done(draft()))).toBeNull()
    const inForce = done(draft(), putInForce('2026-12-01'))
    expect(versionOf(inForce)).toEqual(version('2026-12-01', complaintSet(12)))
    expect(versionOf(asKind(today.done(inForce, withdraw('2027-01-01')), 'settings'))).toEqual(
      version('2026-12-01', complaintSet(12), '2027-01-01'),
    )
    // Withdrawn before its day it never held.
    expect(versionOf(asKind(today.done(inForce, withdraw('2026-12-01')), 'settings'))).toBeNull()
    for (const act of [putInForce('2026-11-21'), withdraw('2026-11-21')])
      expect(today.refused(act.kind === 'settings.withdraw' ? inForce : done(draft()), act).fields).toEqual([
        { field: 'from', code: 'date_too_old' },
      ])
  })

  it('[SET-2] has its topic and day as key, which two cannot share; a draft has none', () => {
    expect(keyOf(done(draft()))).toBeNull()
    expect(keyOf(done(draft(), putInForce('2026-12-01')))).toBe('settings:complaint:2026-12-01')
    expect(
      keyOf(asKind(today.done(done(draft(), putInForce('2026-12-01')), withdraw('2026-12-01')), 'settings')),
    ).toBeNull()
  })

  it('[SET-4] stays with its topic, tells its basis, and is set by an administrator alone', () => {
    expect(today.refused(done(draft()), { kind: 'settings.edit', set: supervisionSet(), basis })).toMatchObject({
      code: 'settings_other_topic',
      params: { topic: 'complaint' },
    })
    expect(done(draft(), { kind: 'settings.edit', set: complaintSet(9), basis }).set).toEqual(complaintSet(9))
    expect(today.refused(null, { ...draft(), basis: ' ' } as SettingsAct).fields).toEqual([
      { field: 'basis', code: 'required' },
    ])
    expect(recordsOn('2026-11-22', { role: 'supervisor' }).refused(null, draft())).toMatchObject({
      code: 'role_not_permitted',
    })
  })

  it('[SET-4] what cannot be counted with is refused and named', () => {
    const [first, ...others] = shippedTable
    if (first === undefined) throw new Error('an empty table')
    const table = (rules: CenterSettings['supervision']['rules'], more = {}) => supervisionSet({ rules, ...more })
    const unsound: readonly (readonly [SettingsSet, string, string])[] = [
      [table([first, first, ...others]), 'rule_twice', 'JC-01'],
      [table(shippedTable.map((rule) => ({ ...rule, level: null }))), 'no_rule_left', ''],
      [table([{ ...first, trigger: { kind: 'promise_passed' } }, ...others]), 'trigger_changed', 'JC-01'],
      [table([{ ...first, trigger: { kind: 'days_left', days: 61 } }, ...others]), 'threshold_invalid', 'JC-01'],
      [
        {
          topic: 'assessment',
          values: { ...defaultAssessment, weights: { ...defaultAssessment.weights, cards: 21 } },
        },
        'weights_not_100',
        '',
      ],
      [
        {
          topic: 'tasks',
          values: { ...defaultTaskLimits, bad_rating: { verify: 6, feedback: 5, answer: 15 } },
        },
        'task_limits_invalid',
        'bad_rating',
      ],
      [
        { topic: 'tasks', values: { ...defaultTaskLimits, urge: { verify: 1, feedback: null, answer: 2 } } },
        'task_limits_invalid',
        'urge',
      ],
      [
        {
          topic: 'remedies',
          values: {
            reviewers: [
              { organ: '青岚县税务局', reconsiderationOrgan: '岚山市税务局' },
              { organ: '青岚县税务局', reconsiderationOrgan: '青岚县人民政府' },
            ],
          },
        },
        'organ_twice',
        '青岚县税务局',
      ],
    ]
    for (const [set, problem, detail] of unsound)
      expect(today.refused(null, draft(set))).toMatchObject({ code: 'settings_unsound', params: { problem, detail } })
  })

  it('[SET-4] is looked at together with what is in force: an own rule keeps what it watches', () => {
    const own = (trigger: 'promise_passed' | 'statutory_passed', from: string) =>
      version(
        from,
        supervisionSet({
          rules: [...shippedTable, { id: 'ZX-01', level: 'notice', trigger: { kind: trigger }, article: null }],
        }),
      )
    const settings = [own('promise_passed', '2026-07-01')]
    expect(
      recordsOn('2026-11-22', { settings }).refused(null, draft(own('statutory_passed', '2026-12-01').set)),
    ).toMatchObject({
      code: 'settings_unsound',
      params: { problem: 'trigger_changed', detail: 'ZX-01' },
    })
  })
})
