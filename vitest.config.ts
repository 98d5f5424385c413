import { defineConfig } from 'vitest/config'

/** `unit`: beside the file, no server and no child process. `integration`: real PostgreSQL, real processes. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,contract,parcel,password,db,electron,renderer,server,build,bench}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          // Tests make fresh things for themselves (CONTRIBUTING), so files may share loaded modules: half the time.
          isolate: false,
          // A guard against a test that hangs, not a measure of speed.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{db,electron,server,e2e}/**/*.integration.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
