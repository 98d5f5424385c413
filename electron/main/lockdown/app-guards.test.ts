import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { guardApp } from './app-guards.ts'

/** An application that only passes events on: all that the guards ask of it. */
const anApp = () => {
  const events = new EventEmitter()
  // An emitter is all of an App that `guardApp` uses; the real one exists in Electron only.
  guardApp(events as unknown as App)
  /** Emits the event and answers whether its default was prevented and what was called back. */
  return (name: string, ...details: readonly unknown[]) => {
    let prevented = false
    let answer: readonly unknown[] | null = null
    events.emit(
      name,
      { preventDefault: () => (prevented = true) },
      ...details,
      (...given: unknown[]) => (answer = given),
    )
    return { prevented, answer }
  }
}

describe('guards of the application', () => {
  it('[SHL-6] a wrong certificate is refused', () => {
    expect(anApp()('certificate-error', {}, 'https://a.example', 'ERR', {})).toEqual({
      prevented: true,
      answer: [false],
    })
  })

  it('[SHL-6] no client certificate is given', () => {
    expect(anApp()('select-client-certificate', {}, 'https://a.example', [{}])).toEqual({ prevented: true, answer: [] })
  })

  it('[SHL-6] a question for user name and password is not answered', () => {
    expect(anApp()('login', {}, {}, {})).toEqual({ prevented: true, answer: [] })
  })

  it('[SHL-5] every new page is guarded, whoever made it', () => {
    const emit = anApp()
    const listened: string[] = []
    const contents = {
      on: (name: string) => listened.push(name),
      getURL: () => 'app://yichuang/index.html',
      setWindowOpenHandler: (handler: () => unknown) => listened.push(JSON.stringify(handler())),
    }
    emit('web-contents-created', contents)
    expect(listened).toEqual([
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      '{"action":"deny"}',
    ])
  })
})
