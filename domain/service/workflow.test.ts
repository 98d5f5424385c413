import { describe, expect, it } from 'vitest'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { allTransitions } from '../workflow/workflow.ts'
import { serviceStates } from './service-state.ts'
import { serviceWorkflow } from './workflow.ts'

const linesOf = (act: string) => allTransitions(serviceWorkflow).filter((line) => line.act === act)

describe('the procedure of a service request', () => {
  it('[SRV-10] every state is reached and left, each waiting state has a timed way out, no act is ambiguous', () => {
    expect(findWorkflowProblems(serviceWorkflow)).toEqual([])
    expect(Object.keys(serviceWorkflow.states).sort()).toEqual(['none', ...serviceStates].sort())
  })

  it.each([
    ['service.accept', 'licensing:32(1)(5)'],
    ['service.accept_deemed', 'licensing:32(1)(4)'],
    ['service.deem_accepted', 'licensing:32(1)(4)'],
    ['service.notice', 'licensing:32(1)(4)'],
    ['service.refuse', 'licensing:32(1)'],
    ['service.instant', 'licensing:34(2)'],
    ['service.inspect', 'licensing:34(3)'],
    ['service.approve', 'licensing:38(1)'],
    ['service.deny', 'licensing:38(2)'],
    ['service.certify', 'licensing:39(1)'],
    ['service.extend', 'licensing:42'],
    ['service.suspend', 'licensing:42(1)'],
    ['service.deliver', 'licensing:44'],
    ['service.special_start', 'licensing:45'],
    ['service.hearing_request', 'licensing:47(1)'],
    ['service.hearing_arrange', 'licensing:48(1)'],
    ['service.fee_notice', 'licensing:58(1)'],
    ['service.revoke', 'licensing:69'],
    ['service.deemed_delivered', 'civilProcedure:95'],
  ])('[SRV-10] %s rests on %s', (act, article) => {
    expect([...new Set(linesOf(act).map((line) => line.article))]).toEqual([article])
  })

  it('[SRV-10] extension, suspension and revocation are for the head alone', () => {
    for (const act of ['service.extend', 'service.suspend', 'service.revoke']) {
      expect([...new Set(linesOf(act).flatMap(({ roles }) => roles))], act).toEqual(['head'])
    }
  })
})
