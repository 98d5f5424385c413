import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, absolute. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export const inRoot = (...parts) => join(root, ...parts)

/** The project's own Node (npm package `node`), which the scripts go on under; throws when it is not installed yet. */
export const projectNode = () => {
  const found = ['node_modules/node/bin/node', 'node_modules/node/bin/node.exe']
    .map((path) => inRoot(path))
    .find(existsSync)
  if (found === undefined) throw new Error('the npm package "node" is not installed: delete node_modules and run again')
  return found
}

/** Environment for children: our tools and our Node come first. */
export const toolEnv = (more = {}) => {
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = [inRoot('node_modules', '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(separator)
  return { ...process.env, PATH: path, ...more }
}
