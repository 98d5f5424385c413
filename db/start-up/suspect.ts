import { existsSync, rmSync } from 'node:fs'
import { ownFile } from '../store-file.ts'

/** An empty file: there is nothing to say in it that the next opening would believe. */
export const markSuspect = (path: string): void => ownFile(path)

export const isSuspect = (path: string): boolean => existsSync(path)

export const clearSuspect = (path: string): void => rmSync(path, { force: true })
