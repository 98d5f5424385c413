export interface Progress {
  readonly show: (done: number) => void
  readonly end: () => void
}

/** `cases 12000/100000` on stderr, so that stdout holds figures only: one line that changes, or, in a log, one line every tenth. */
export const progressOf = (what: string, total: number): Progress => {
  const { stderr } = process
  let tenth = 0
  return {
    show: (done) => {
      if (stderr.isTTY) stderr.write(`\r${what} ${done}/${total}`)
      else if (Math.floor((done * 10) / total) > tenth) {
        tenth = Math.floor((done * 10) / total)
        stderr.write(`${what} ${done}/${total}\n`)
      }
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\r\u001b[K')
    },
  }
}
