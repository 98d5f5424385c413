import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type StaffInput, StaffInputSchema, type StaffLine } from '../../contract/console.ts'
import { roles } from '../../domain/case/role.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast-store.ts'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'

/** A member of staff: what he is, whether he may come in; a new password is shown here and nowhere else. */
export function StaffDialog({ staff, onClose }: { readonly staff: StaffLine | null; readonly onClose: () => void }) {
  const { t } = useTranslation(['console', 'terms'])
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [login, setLogin] = useState(staff?.login ?? '')
  const [name, setName] = useState(staff?.name ?? '')
  const [role, setRole] = useState(staff?.role ?? 'clerk')
  const [organ, setOrgan] = useState(staff?.organ ?? '')
  const [village, setVillage] = useState(staff?.village ?? '')
  const [newPassword, setNewPassword] = useState(staff === null)
  const [tried, setTried] = useState(false)
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const input = StaffInputSchema.safeParse({
    login: login.trim().toLowerCase(),
    name: name.trim(),
    role,
    organ: orNull(organ),
    village: role === 'agent' ? orNull(village) : null,
    newPassword,
  })
  const wrong = new Set(input.success ? [] : input.error.issues.map(({ path }) => path[0]))
  const told = async (text: string) => {
    await queries.invalidateQueries()
    toast({ kind: 'done', text })
    onClose()
  }
  const save = useMutation({
    mutationFn: (given: StaffInput) => client.staff.set(given),
    onSuccess: ({ password }) => (password === null ? told(t('staff.saved')) : queries.invalidateQueries()),
  })
  const close = useMutation({
    mutationFn: () => client.staff.close({ login, active: staff?.active === false }),
    onSuccess: () => told(t(staff?.active === false ? 'staff.opened' : 'staff.nowClosed')),
  })
  const password = save.data?.password ?? null
  if (password !== null)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('staff.passwordOf', { login })}
        footer={
          <Button variant="primary" onPress={onClose}>
            {t('staff.passwordNoted')}
          </Button>
        }
      >
        <p className="csl-secret num">{password}</p>
        <p>{t('staff.passwordOnce')}</p>
      </Dialog>
    )
  const submit = () => {
    setTried(true)
    if (input.success) save.mutate(input.data)
  }
  const failed = save.error ?? close.error
  return (
    <Dialog
      open
      onClose={onClose}
      title={staff === null ? t('staff.add') : t('staff.edit', { login: staff.login })}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {staff === null ? null : (
            <Button onPress={() => close.mutate()} busy={close.isPending}>
              {t(staff.active ? 'staff.close' : 'staff.open')}
            </Button>
          )}
          <Button variant="primary" onPress={submit} busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="csl-form">
        <TextField
          label={t('staff.login')}
          value={login}
          onChange={setLogin}
          maxLength={40}
          required
          readOnly={staff !== null}
          autoFocus={staff === null}
          hint={t('staff.loginHint')}
          problem={tried && wrong.has('login') ? t('staff.loginWrong') : null}
        />
        <TextField
          label={t('staff.name')}
          value={name}
          onChange={setName}
          maxLength={60}
          required
          autoFocus={staff !== null}
          problem={tried && wrong.has('name') ? t('needed') : null}
        />
        <Select
          label={t('staff.role')}
          value={role}
          onChange={setRole}
          options={roles.map((one) => ({ value: one, label: t(`terms:role.${one}`) }))}
        />
        <TextField label={t('staff.organ')} value={organ} onChange={setOrgan} maxLength={200} />
        {role === 'agent' ? (
          <TextField
            label={t('staff.village')}
            value={village}
            onChange={setVillage}
            maxLength={80}
            hint={t('staff.villageHint')}
          />
        ) : null}
        {staff === null ? null : (
          <Checkbox label={t('staff.newPassword')} checked={newPassword} onChange={setNewPassword} />
        )}
      </div>
      {failed === null ? null : <Banner tone="problem" title={failureText(failed)} />}
    </Dialog>
  )
}
