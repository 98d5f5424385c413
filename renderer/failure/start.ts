import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/button.css'
import '../ui/field.css'
import './failure.css'
import type { ShellFailureCode } from '../../contract/shell.ts'
import { failurePageWords as words, failureWords } from '../i18n/zh-cn/failure.ts'
import { createClients } from '../ipc/clients.ts'
import { listenForPorts } from '../ipc/connection.ts'
import { passphraseProblem } from './passphrase-problem.ts'

// The page shown when the workbench cannot be. Plain DOM: it has to work when much else does not.

const { shell } = createClients(listenForPorts(window))

const isCode = (text: string): text is ShellFailureCode => Object.hasOwn(failureWords, text)

const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const field = (label: string, id: string, autofocus: boolean) => {
  const input = element('input', { id, type: 'password', autocomplete: 'off', maxLength: 200, autofocus })
  const box = element('div', { className: 'input' }, input)
  return {
    input,
    row: element(
      'div',
      { className: 'field' },
      element('label', { className: 'field-label', htmlFor: id }, label),
      box,
    ),
  }
}

/** Asks for the passphrase: once for a store that has one, twice where a first one may be set. */
const passphraseForm = (mayBeFirst: boolean): HTMLFormElement => {
  const first = field(words.passphrase, 'passphrase', true)
  const second = mayBeFirst ? field(words.repeat, 'repeat', false) : null
  const problem = element('p', { className: 'err', role: 'alert' })
  const submit = element('button', { type: 'submit', className: 'btn primary' }, words.unlock)
  const rows = second === null ? [first.row] : [first.row, second.row]
  const form = element('form', { className: 'failure-form' }, ...rows, problem, submit)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const found = passphraseProblem(first.input.value, second?.input.value ?? null)
    problem.textContent = found === null ? words.opening : words[found]
    if (found !== null) return first.input.focus()
    submit.disabled = true
    // The shell answers by opening the workbench, or this page anew with the next reason.
    void shell.store.unlock({ passphrase: first.input.value })
  })
  return form
}

const button = (label: string, act: () => Promise<unknown>): HTMLButtonElement => {
  const made = element('button', { type: 'button', className: 'btn' }, label)
  made.addEventListener('click', () => void act())
  return made
}

const given = new URLSearchParams(window.location.search).get('code') ?? ''
const code = isCode(given) ? given : 'unexpected'
const { title, reason, next } = failureWords[code]
const parts: HTMLElement[] = [element('h1', {}, title), element('p', {}, reason), element('p', {}, next)]
if (code === 'passphrase_required' || code === 'passphrase_wrong') parts.push(passphraseForm(false))
if (code === 'os_key_store_unavailable') parts.push(passphraseForm(true))
parts.push(
  element('p', { className: 'faint small' }, `${words.code}：${code}`),
  element(
    'div',
    { className: 'failure-actions' },
    button(words.relaunch, () => shell.app.relaunch({})),
    button(words.quit, () => shell.app.quit({})),
  ),
)
document.title = title
document.getElementById('root')?.append(element('section', { className: 'failure' }, ...parts))
