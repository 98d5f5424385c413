import { bundleModule } from '../bundle/module.ts'
import { complaintModule } from '../complaint/module.ts'
import { consultationModule } from '../consultation/module.ts'
import { disclosureModule } from '../disclosure/module.ts'
import { serviceModule } from '../service/module.ts'
import type { CaseAct } from './case-act.ts'
import type { CaseModule } from './case-module.ts'
import type { CaseKind, CaseState } from './case-state.ts'

/** A module as the dispatch sees it: it is only ever given states and acts of its own kind. */
export type AnyModule = CaseModule<CaseState, CaseAct>

const modules: Readonly<Record<CaseKind, AnyModule>> = {
  service: serviceModule as unknown as AnyModule,
  bundle: bundleModule as unknown as AnyModule,
  disclosure: disclosureModule as unknown as AnyModule,
  consultation: consultationModule as unknown as AnyModule,
  complaint: complaintModule as unknown as AnyModule,
}

export const moduleOf = (kind: CaseKind): AnyModule => modules[kind]

/** The kind of case that an act is about, by the word before the dot; null for acts that every kind knows. */
export const kindOfAct = (act: string): CaseKind | null => {
  const [prefix = ''] = act.split('.')
  return Object.hasOwn(modules, prefix) ? (prefix as CaseKind) : null
}

export const allModules: readonly AnyModule[] = Object.values(modules)
