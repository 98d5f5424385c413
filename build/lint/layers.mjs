// One table says who may import whom (docs: CONTRIBUTING.md); a folder not listed may import nothing of ours.
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const any = [
  'domain',
  'contract',
  'parcel',
  'password',
  'db',
  'electron',
  'renderer',
  'server',
  'build',
  'e2e',
  'bench',
  'docs',
]
const mayImport = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  parcel: ['parcel', 'contract', 'domain'],
  password: ['password', 'contract'],
  db: ['db', 'contract', 'domain'],
  'electron/main': ['electron/main', 'contract'],
  'electron/preload': ['electron/preload', 'contract'],
  'electron/host': ['electron/host', 'db', 'parcel', 'password', 'contract', 'domain'],
  renderer: ['renderer', 'contract', 'domain'],
  server: ['server', 'parcel', 'password', 'contract', 'domain'],
  build: ['build'],
  e2e: any,
  bench: any,
}
const feature = /^renderer\/features\/([^/]+)\//

/** The layer a path belongs to: `electron` has three, every other top folder is one. */
export const layerOf = (path) => {
  const [top = '', second = ''] = path.split('/')
  return top === 'electron' ? `electron/${second}` : top
}

/** Why `from` may not import `to` (both relative to the project's root), or null when it may. */
export const forbidden = (from, to) => {
  const allowed = mayImport[layerOf(from)]
  if (allowed === undefined) return null
  if (to.startsWith('..')) return `${from} may not import ${to}: it is outside the project`
  if (!allowed.some((layer) => layerOf(to) === layer || to.split('/')[0] === layer))
    return `${from} may not import ${to}`
  const mine = feature.exec(from)?.[1]
  const other = feature.exec(to)?.[1]
  if (mine !== undefined && other !== undefined && mine !== other)
    return `feature ${mine} may not import feature ${other}`
  // Features are joined in renderer/app only, and shared parts know no feature.
  if (other !== undefined && mine === undefined && from.startsWith('renderer/') && !from.startsWith('renderer/app/'))
    return `${from} may not import feature ${other}`
  return null
}

const rule = {
  create(context) {
    const from = relative(root, context.filename).replaceAll('\\', '/')
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string' || !source.startsWith('.')) return
      const to = relative(root, resolve(dirname(context.filename), source)).replaceAll('\\', '/')
      const message = forbidden(from, to)
      if (message !== null) context.report({ node, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

export default { meta: { name: 'house' }, rules: { layers: rule } }
