import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { findChromium } from './tools/chromium.ts'
import { LongestFirst } from './tools/longest-first.ts'
import { goOnUnderPinnedNode } from './tools/pinned-node.ts'

goOnUnderPinnedNode()
const chromium = findChromium()

export default defineConfig({
  test: {
    env: chromium ? { CHROMIUM_PATH: chromium } : {},
    sequence: process.env.SHUFFLE ? { shuffle: { files: true } } : { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'db/**/*.test.ts', 'tools/**/*.test.ts'],
          globalSetup: ['tools/vitest-setup.ts'],
          // Vitest's own default leaves one core idle. The files of a worker share what is loaded, which is dearer than most tests.
          maxWorkers: availableParallelism(),
          isolate: false,
          restoreMocks: true,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['e2e/**/*.story.ts'],
          globalSetup: ['tools/stories-setup.ts'],
          // Each has a browser, a server and a data folder of its own, and waits half of the time: two for each core, and no more than memory holds.
          maxWorkers: Math.min(2 * availableParallelism(), 4),
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
