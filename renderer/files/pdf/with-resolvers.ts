// The legacy build of pdf.js is for Chromium 119 and later; the oldest runtime of the application is Chromium 114, which lacks this one.

interface Resolvers {
  readonly promise: Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

const withResolvers = (): Resolvers => {
  let [resolve, reject]: [Resolvers['resolve'], Resolvers['reject']] = [() => undefined, () => undefined]
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

if (!('withResolvers' in Promise)) Object.defineProperty(Promise, 'withResolvers', { value: withResolvers })
