import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import type { Request } from '../request.schema.ts'

type Props = { /** The open ones. */ requests: readonly Request[]; open: boolean; onClose: () => void }

/** Several requests become one question to the employer. */
export function JoinRequestsDialog({ requests, open, onClose }: Props) {
  const t = useText('employers')
  return <Dialog open={open} onClose={onClose} title={t('request.joinTitle')}><JoinForm requests={requests} onClose={onClose} /></Dialog>
}

function JoinForm({ requests, onClose }: Omit<Props, 'open'>) {
  const t = useText('employers')
  const { formatDate } = useFormat()
  const [into, setInto] = useState(requests.at(-1)?.id)
  const [chosen, setChosen] = useState<string[] | undefined>(requests.slice(0, -1).map(({ id }) => id))
  const join = useCommand('employers.joinRequests', { refreshes: ['employers.getEmployer', 'employers.listEmployers', 'employers.getPressure'], success: t('request.joinedDone'), onDone: onClose })
  const options = requests.map((one) => ({ value: one.id, label: one.about, description: `${t(`asked.${one.askedBy}`)}, ${formatDate(one.askedOn)}, ${t('request.places', { count: one.seats })}` }))
  const main = requests.find(({ id }) => id === into)
  const joined = requests.filter(({ id }) => id !== into && chosen?.includes(id))
  const numbered = ({ id, version }: Request) => ({ id, version })
  return (
    <div className="stack">
      <ErrorSummary refusals={join.refusals} />
      <p>{t('request.joinHelp')}</p>
      <RadioGroup label={t('request.joinInto')} value={into} onChange={setInto} options={options} />
      <CheckboxGroup label={t('request.joinThese')} value={chosen} onChange={setChosen} options={options.filter(({ value }) => value !== into)} />
      <div className="cluster">
        <Button kind="primary" pending={join.pending} disabled={!main || joined.length === 0} onClick={() => { if (main) void join.run({ into: numbered(main), joined: joined.map(numbered) }) }}>{t('request.join')}</Button>
      </div>
    </div>
  )
}
