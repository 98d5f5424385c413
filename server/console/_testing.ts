// A browser's side of the console: keeps the cookie, sends our header.

export interface Browser {
  readonly ask: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: unknown; readonly setCookie: string | null }>
  cookie: string | null
}

export const openBrowser = (url: string): Browser => {
  const browser: Browser = {
    cookie: null,
    ask: async (method, path, body, headers = {}) => {
      const response = await fetch(`${url}/console/v1/${path}`, {
        method,
        headers: {
          'x-yichuang-console': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(browser.cookie === null ? {} : { cookie: browser.cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const setCookie = response.headers.get('set-cookie')
      if (setCookie !== null) browser.cookie = setCookie.split(';')[0] ?? null
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text), setCookie }
    },
  }
  return browser
}
