import type { Applicant } from '../../domain/case/applicant.ts'
import { citizenId, creditCode, firmName, mobilePhone, personName, shopName } from './people.ts'
import { roads, towns, villages } from './places.ts'
import { type Random, zipf } from './random.ts'

const village = zipf(villages, 0.6)

/** A person, shop or firm of the county. */
export const newApplicant = (random: Random): Applicant => {
  const share = random.next()
  const common = {
    reportCategory: null,
    idException: null,
    phone: mobilePhone(random),
    address: addressOf(random),
    postcode: null,
  }
  if (share < 0.65) {
    const person = { name: personName(random), idType: 'resident_id', idNumber: citizenId(random) } as const
    return { kind: 'person', ...person, ...common, contactName: null, contactIdNumber: null }
  }
  const contact = { contactName: personName(random), contactIdNumber: citizenId(random) }
  const body =
    share < 0.85
      ? ({ kind: 'sole_trader', name: shopName(random), idNumber: creditCode(random, '92') } as const)
      : ({ kind: 'enterprise', name: firmName(random), idNumber: creditCode(random, '91') } as const)
  return { ...body, idType: 'uscc', ...common, ...contact }
}

/** The same people come again: a quarter of all cases are of somebody who was here before. */
export const applicantSource = (random: Random): (() => Applicant) => {
  const known: Applicant[] = []
  return () => {
    if (known.length > 0 && random.chance(0.25)) return random.pick(known)
    const fresh = newApplicant(random)
    if (known.length < maxKnown) known.push(fresh)
    else known[random.int(0, maxKnown - 1)] = fresh
    return fresh
  }
}

const maxKnown = 20_000

const addressOf = (random: Random): string =>
  random.chance(0.5)
    ? `青岚县${random.pick(towns)}${village(random)}${random.int(1, 12)} 组 ${random.int(1, 200)} 号`
    : `青岚县${random.pick(towns)}${random.pick(roads)} ${random.int(1, 300)} 号${random.int(1, 30)} 幢 ${random.int(101, 1802)} 室`
