import { defineConfig } from 'vitest/config'
import { findChromium } from './tools/chromium.ts'
import { goOnUnderPinnedNode } from './tools/pinned-node.ts'

goOnUnderPinnedNode()
const chromium = findChromium()

export default defineConfig({
  test: {
    env: chromium ? { CHROMIUM_PATH: chromium } : {},
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'db/**/*.test.ts', 'tools/**/*.test.ts'],
          globalSetup: ['tools/vitest-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['e2e/**/*.story.ts'],
          globalSetup: ['tools/vitest-setup.ts', 'tools/stories-setup.ts'],
          // Two browsers, each with a server and a data folder of its own, after everything else.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
