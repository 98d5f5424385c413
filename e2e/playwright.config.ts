import { defineConfig } from '@playwright/test'

/** Journeys in the packaged application: one at a time, never tried twice. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  // The JSON report goes to the file that PLAYWRIGHT_JSON_OUTPUT_NAME names, where one is wanted.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [['line']] : [['line'], ['json']],
  outputDir: '../test-results/journeys',
})
