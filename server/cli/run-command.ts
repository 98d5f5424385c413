import { issueEnrolCode } from '../admin/issue-enrol-code.ts'
import { makePassword } from '../admin/password.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import { setCenter } from '../admin/set-center.ts'
import { setStaff } from '../admin/set-staff.ts'
import type { AdminRefusal } from '../admin/admin-refusal.ts'
import { appRole, grantToApp } from '../audit/grants.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { usualProgressRules } from '../../domain/kiosk/progress-proof.ts'
import { scopeOfOptions } from './scope-of-options.ts'
import { makeSample } from '../sample/make-sample.ts'
import { samplePassword, sampleStaff } from '../sample/sample-center.ts'
import type { ServerStore } from '../store/open-store.ts'
import type { DurabilityCommandName } from './durability-options.ts'
import type { ParcelCommandName } from './parcel-options.ts'
import type { ReviewCommandName } from './review-options.ts'
import type { TokenCommandName } from './token-options.ts'
import { words } from './messages.ts'
import type { Command } from './parse-command.ts'

/** What a command has to say: for people, line by line, and for programs. */
export interface Outcome {
  readonly lines: readonly string[]
  readonly json: unknown
}

type StoreCommand = Exclude<
  Command,
  {
    readonly name: 'serve' | 'help' | DurabilityCommandName | ParcelCommandName | ReviewCommandName | TokenCommandName
  }
>

const progressPhone = { never: 'never', 'without-id': 'without_id', always: 'always' } as const

/** Runs one administrator's command on the open, migrated database. */
export const runCommand = async (command: StoreCommand, store: ServerStore): Promise<Result<Outcome, AdminRefusal>> => {
  const { db } = store
  switch (command.name) {
    case 'migrate': {
      const granted = await grantToApp(db)
      const lines = [words.migrated(store.migrated), ...(granted ? [words.granted(appRole)] : [])]
      return ok({ lines, json: { migrated: store.migrated, granted } })
    }
    case 'sample': {
      const made = await makeSample(db)
      const signIns = sampleStaff.map(({ login, name, role }) => ({ login, name, role, password: samplePassword }))
      return ok({
        lines: [
          words.sample(made.center, made.itemsPublished),
          ...signIns.map((person) => words.signIn(person.name, person.login, person.role, person.password)),
        ],
        json: { ...made, signIns },
      })
    }
    case 'center': {
      const {
        code,
        name,
        address,
        phone,
        'supervise-phone': supervisePhone,
        'progress-url': progressUrl,
        'running-series': runningSeries,
        'running-block': block,
        'progress-phone': phoneRule,
        'progress-unit-name': unitName,
      } = command.options
      const done = await setCenter(db, {
        code,
        name,
        address: address ?? null,
        phone: phone ?? null,
        supervisePhone: supervisePhone ?? null,
        progressUrl: progressUrl ?? null,
        ...(runningSeries === undefined
          ? {}
          : { runningNumbers: { series: runningSeries.split(/[,，]/).filter((mark) => mark !== ''), block } }),
        ...(phoneRule === undefined && unitName === undefined
          ? {}
          : {
              progress: {
                phone: phoneRule === undefined ? usualProgressRules.phone : progressPhone[phoneRule],
                unitName: unitName === undefined ? usualProgressRules.unitName : unitName === 'yes',
              },
            }),
      })
      return ok({ lines: [words.center(code, done)], json: { center: code, done } })
    }
    case 'staff': {
      const { center, login, name, role, organ, village } = command.options
      const password = makePassword()
      const done = await setStaff(
        db,
        center,
        { login, name, role, organ: organ ?? null, ...(village === undefined ? {} : { village }) },
        password,
      )
      return done.ok
        ? ok({ lines: [words.staff(login, password)], json: { id: done.value.id, login, password } })
        : done
    }
    case 'enrol-code': {
      const { center, device: deviceNo, name, hours } = command.options
      const scope = scopeOfOptions(command.options)
      if (scope === null) return err({ code: 'villages_missing', subject: deviceNo })
      const validForMs = hours * 3_600_000
      const issued = await issueEnrolCode(db, { center, deviceNo, name: name ?? null, validForMs, scope })
      if (!issued.ok) return issued
      return ok({
        lines: [words.enrolCode(issued.value.code, new Date(issued.value.expiresAt))],
        json: { center, device: deviceNo, ...issued.value },
      })
    }
    case 'revoke-device': {
      const { center, device: deviceNo } = command.options
      const done = await revokeDevice(db, center, deviceNo)
      return done.ok ? ok({ lines: [words.revoked(deviceNo)], json: { center, device: deviceNo } }) : done
    }
  }
}
