import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** The files that take a minute or more: begun last, they would go on alone while every other core waits. */
const LONG = ['programme.story.ts', 'pages-of-the-adviser.story.ts', 'pages-of-the-programme.story.ts', 'pages-of-others.story.ts', 'cli.test.ts', 'intruder.test.ts', 'postgres.test.ts', 'faults-crash.test.ts', 'faults-away.test.ts', 'faults-uploads.test.ts']
const rank = ({ moduleId }: TestSpecification): number => LONG.findIndex((name) => moduleId.endsWith(`/${name}`)) >>> 0 // none becomes the greatest number

/** The long files first, the rest in vitest's order: by what they took last time, or by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
