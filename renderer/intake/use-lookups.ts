import { useEffect } from 'react'
import { checkIdNumber } from '../../domain/identity/check-id-number.ts'
import type { HostClient } from '../ipc/clients.ts'
import { isContact, type IntakeForm, type Matter } from './model/form-model.ts'
import type { IntakeSession, SessionEvent } from './model/session.ts'

/** Typing has paused: only then is anybody looked up. */
const pauseMs = 250

/** Shorter names fit too many. */
const shortestName = 2

/**
 * Looks for the same applicant and the same agent in earlier cases, and for the same matter among open ones. All are hints: a look-up that
 * fails says nothing, and its answer goes to the client it was asked for or to nobody.
 */
export const useLookups = (host: HostClient, session: IntakeSession, dispatch: (event: SessionEvent) => void): void => {
  const { form, phase, today } = session
  const { caseId, applicant, matter, represented, representative } = form
  // Whoever gives no name is looked for nowhere, whatever was typed before he said so.
  const nameless = isContact(matter) && form.contact.anonymous
  const editing = phase === 'editing' && !nameless
  const check = checkIdNumber(applicant.idNumber, { today })
  const idNumber = check.valid ? check.normalized : null
  const typedName = applicant.name.trim()
  const name = typedName.length >= shortestName ? typedName : null
  // A person's name is shared by many, and an offer shows somebody's data: only his number finds him.
  const knownName = applicant.kind === 'person' ? null : name

  useEffect(() => {
    if (!editing || (idNumber === null && knownName === null)) {
      dispatch({ type: 'knownFound', caseId, known: null })
      return
    }
    return afterPause(async (signal) => {
      const found = await host.applicants.known({ idNumber, name: idNumber === null ? knownName : null }, { signal })
      dispatch({ type: 'knownFound', caseId, known: found[0] ?? null })
    })
  }, [host, dispatch, caseId, editing, idNumber, knownName])

  const agentCheck = checkIdNumber(representative.idNumber, { today })
  const agentNumber = agentCheck.valid ? agentCheck.normalized : null
  const agentTyped = representative.name.trim()
  // The host answers a name with bodies alone, for the same reason.
  const agentName = agentNumber === null && agentTyped.length >= shortestName ? agentTyped : null
  const agentAsked = editing && represented && !isContact(matter) && (agentNumber !== null || agentName !== null)
  useEffect(() => {
    if (!agentAsked) {
      dispatch({ type: 'agentFound', caseId, agent: null })
      return
    }
    return afterPause(async (signal) => {
      const found = await host.applicants.knownAgents({ idNumber: agentNumber, name: agentName }, { signal })
      dispatch({ type: 'agentFound', caseId, agent: found[0] ?? null })
    })
  }, [host, dispatch, caseId, agentAsked, agentNumber, agentName])

  const title = matter === null ? null : matterTitle(matter, form)
  useEffect(() => {
    if (!editing || title === null || title === '' || (idNumber === null && name === null)) {
      dispatch({ type: 'similarFound', caseId, similar: [] })
      return
    }
    return afterPause(async (signal) => {
      const similar = await host.cases.similar({ idNumber, name: name ?? '', title }, { signal })
      dispatch({ type: 'similarFound', caseId, similar })
    })
  }, [host, dispatch, caseId, editing, idNumber, name, title])
}

/** What the case will be called. */
const matterTitle = (matter: Matter, { disclosure, contact, bundle }: IntakeForm): string => {
  if (matter.kind === 'service') return matter.item.name
  if (matter.kind === 'bundle') return bundle.name.trim()
  return (isContact(matter) ? contact.title : disclosure.subject).trim()
}

const afterPause = (run: (signal: AbortSignal) => Promise<void>): (() => void) => {
  const stop = new AbortController()
  const timer = window.setTimeout(() => void run(stop.signal).catch(() => undefined), pauseMs)
  return () => {
    window.clearTimeout(timer)
    stop.abort()
  }
}
