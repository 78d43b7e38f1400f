import { CefrBar, type CefrLevel } from '../ui/CefrBar.tsx'
import { DefinitionList } from '../ui/DefinitionList.tsx'
import { Progress } from '../ui/Progress.tsx'
import { Section } from '../ui/Section.tsx'
import { Steps } from '../ui/Steps.tsx'
import type { Tone } from '../ui/Tag.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import texts from './samples.json' with { type: 'json' }

const words = texts.facts
const known: (CefrLevel | undefined)[] = ['B1', 'A2', 'A1', undefined]
const tones: Record<string, Tone> = { success: 'success', info: 'info', warning: 'warning' }

export function SampleFacts() {
  return (
    <>
      <Section title={words.stepsTitle}><Steps label={words.stepsTitle} steps={words.steps} current={2} /></Section>
      <div className="split">
        <Section title={words.title}>
          <div className="stack">
            <DefinitionList columns={2} facts={words.list.map(([term = '', value]) => ({ term, value }))} />
            <Progress label={words.progress} share={0.62} />
          </div>
        </Section>
        <Section title={words.skills.title}>
          {words.skills.names.map((name, index) => <CefrBar key={name} label={name} known={known[index]} asked="A2" />)}
        </Section>
      </div>
      <Section title={words.timelineTitle}>
        <Timeline items={words.timeline.map((item) => ({ ...item, tone: tones[item.tone] }))} />
      </Section>
    </>
  )
}
