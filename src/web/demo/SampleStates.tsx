import { useState } from 'react'
import { ProblemError } from '../problem.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon, iconNames } from '../ui/Icon.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { SampleFacts } from './SampleFacts.tsx'
import texts from './samples.json' with { type: 'json' }

const words = texts.states
const failure = new ProblemError({ status: 500, id: 'f3a-91' })

function SampleButtons() {
  const toast = useToast()
  const [open, setOpen] = useState<'dialog' | 'drawer'>()
  const close = (): void => setOpen(undefined)
  const { actions, dialog } = texts
  return (
    <Section title={texts.section}>
      <div className="cluster">
        <Button kind="primary">{actions.primary}</Button>
        <Button icon="plus" onClick={() => setOpen('drawer')}>{actions.drawer}</Button>
        <Button kind="quiet" icon="edit">{actions.quiet}</Button>
        <Button kind="danger" icon="bin" onClick={() => setOpen('dialog')}>{actions.danger}</Button>
        <Button onClick={() => toast(texts.form.saved)}>{actions.toast}</Button>
        <LinkButton to="/ui" kind="quiet">{actions.link}</LinkButton>
        <Menu label={actions.more} groups={[{ items: [{ key: 'edit', label: actions.quiet, icon: 'edit', onSelect: close }, { key: 'bin', label: actions.danger, icon: 'bin', danger: true, onSelect: () => setOpen('dialog') }] }]} />
      </div>
      <ConfirmDialog open={open === 'dialog'} onClose={close} onConfirm={close} danger title={dialog.title} consequences={dialog.consequences} confirm={actions.danger} />
      <Drawer open={open === 'drawer'} onClose={close} title={texts.facts.title}><SampleFacts /></Drawer>
    </Section>
  )
}

export function SampleStates() {
  return (
    <>
      <SampleButtons />
      <Section title={words.notices}>
        <div className="stack">
          <Notice title={words.infoTitle}><p>{words.info}</p></Notice>
          <Notice tone="warning"><p>{words.warning}</p></Notice>
          <ErrorState error={failure} onRetry={() => undefined} />
        </div>
      </Section>
      <div className="split">
        <Section title={words.empty}><EmptyState title={words.empty} action={<Button kind="primary" icon="plus">{words.emptyAction}</Button>}>{words.emptyText}</EmptyState></Section>
        <Section title={words.loading}><Loading /></Section>
      </div>
      <Section title={words.icons}>
        <div className="cluster">{iconNames.map((name) => <Tag key={name}><Icon name={name} /> {name}</Tag>)}</div>
      </Section>
    </>
  )
}
