import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SaveTalkTemplateInput } from '../template/template.schema.ts'
import { PointEditor, type EditedPoint } from './PointEditor.tsx'

type Template = Output<'programme.getTalkTemplates'>['templates'][number]

function moved(points: readonly EditedPoint[], at: number, by: -1 | 1): EditedPoint[] {
  const next = [...points]
  const [one] = next.splice(at, 1)
  if (one) next.splice(at + by, 0, one)
  return next
}

const blank = (): EditedPoint => ({ id: newId(), heading: '', prompt: '', belongs: 'note', asked: { no: null, en: null, uk: null, ar: null } })

/** Changes one template: order, words, where answers belong; saved as a new revision. */
export function TemplateForm({ template, onDone }: { template: Template; onDone: () => void }) {
  const t = useText('talks')
  const textOf = useRefusalText()
  const [id] = useState(newId)
  const save = useCommand('programme.saveTalkTemplate', { refreshes: ['programme.getTalkTemplates'], success: t('templates.saved'), onDone })
  const errorAt = (path: string): string | undefined => { const found = save.refusals.find((one) => one.path === path); return found && textOf(found) }
  return (
    <Section title={t(`kind.${template.kind}`)} description={t('templates.editHelp')}>
      <div className="talk-form">
        <Form schema={SaveTalkTemplateInput} initial={{ id, kind: template.kind, from: template.revision, points: template.points }} submit={t('templates.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onDone} draft={`programme.talkTemplate.${template.kind}.${template.revision}`}>
          {({ values, set }) => {
            const points = values.points ?? []
            const change = (next: readonly EditedPoint[]): void => set('points', [...next])
            return <>
              <ol className="talk-template">{points.map((point, at) => (
                <PointEditor key={point.id} point={point} number={at + 1} count={points.length} errorAt={(name) => errorAt(`points.${at}.${name}`)} onMove={(by) => change(moved(points, at, by))} onRemove={() => change(points.filter((_, index) => index !== at))}
                  onChange={(next) => change(points.map((one, index) => (index === at ? { ...one, ...next } : one)))} />))}</ol>
              <div className="cluster"><Button icon="plus" onClick={() => change([...points, blank()])}>{t('templates.add')}</Button><Button kind="quiet" onClick={() => change(template.ours)}>{t('templates.reset')}</Button></div>
              <Notice tone="info">{t('templates.translations')}</Notice>
            </>
          }}
        </Form>
      </div>
    </Section>
  )
}
