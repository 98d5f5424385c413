import { describe, expect, it } from 'vitest'
import { parseServerUrl } from './server-url.ts'

describe('the address of a server', () => {
  it.each([
    ['https://zw.example.gov.cn', 'https://zw.example.gov.cn'],
    [' https://zw.example.gov.cn:8443/yichuang/ ', 'https://zw.example.gov.cn:8443/yichuang'],
    ['http://127.0.0.1:8620', 'http://127.0.0.1:8620'],
    ['http://localhost:8620/', 'http://localhost:8620'],
    ['http://[::1]:8620', 'http://[::1]:8620'],
  ])('[SYN-3] %s is one', (text, url) => {
    expect(parseServerUrl(text)).toEqual({ ok: true, value: url })
  })

  it.each(['http://10.0.0.8', 'http://zw.example.gov.cn', 'http://127.0.0.1.example', 'http://localhost.example'])(
    '[SYN-3] %s would go over the network in the clear',
    (text) => {
      expect(parseServerUrl(text)).toEqual({ ok: false, error: 'server_url_not_tls' })
    },
  )

  it.each([
    '',
    'zw.example.gov.cn',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://u:p@zw.example',
    'https://zw.example/?a=1',
    'https://zw.example/#a',
  ])('[SYN-3] %s is none', (text) => {
    expect(parseServerUrl(text)).toEqual({ ok: false, error: 'server_url_invalid' })
  })
})
