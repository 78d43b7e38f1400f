import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Answer, type Reply } from '../meeting.schema.ts'
import { replyTones, showsDay } from './words.ts'

/** What somebody has answered; a colleague notes what came by telephone. */
export function ReplyChoice({ dayId, who, id, reply, name, may }: { dayId: string; who: 'guest' | 'employer'; id: string; reply: Reply; name: string; may: boolean }) {
  const t = useText('meetings')
  const note = useCommand('meetings.recordReply', { refreshes: showsDay, success: t('reply.noted') })
  return (
    <div className="meeting-reply">
      <Tag tone={replyTones[reply]}>{t(`reply.${reply}`)}</Tag>
      {may && <Select id={`reply-${id}`} name={`reply-${id}`} label={t('reply.note', { name })} hideLabel empty={t('reply.choose')} value={undefined} options={Answer.options.map((value) => ({ value, label: t(`reply.${value}`) }))}
        onChange={(next) => { if (next) void note.run({ dayId, who, id, reply: next, channel: 'phone' }) }} />}
    </div>
  )
}
