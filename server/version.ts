import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Version of the project, as package.json has it. */
export const serverVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')))
    .version
