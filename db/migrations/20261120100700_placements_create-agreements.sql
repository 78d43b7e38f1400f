-- The three-party agreement, its approvals, follow-up and evaluation. The state is derived, never stored.
create table agreement (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  revision integer not null default 1,
  person_id uuid not null,
  employer_id uuid not null,
  opening_id uuid,
  presentation_id uuid,
  began_from text not null,
  kind text not null,
  purpose text,
  tasks text,
  learning_goals text,
  language_goals text,
  speaks_norwegian_with text,
  expectations text,
  from_date date,
  to_date date,
  schedule jsonb not null default '[]',
  supervisor_contact_id uuid,
  signing_contact_id uuid,
  responsible_id uuid,
  nav_reference text,
  consent_on date,
  consent_how text,
  submitted_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  ended_on date,
  end_reason text,
  outcome text,
  outcome_detail jsonb,
  not_hired_reason text,
  outcome_on date,
  created_at timestamptz not null default now(),
  constraint agreement_pkey primary key (municipality_id, id),
  constraint agreement_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint agreement_opening foreign key (municipality_id, opening_id) references opening (municipality_id, id),
  constraint agreement_presentation foreign key (municipality_id, presentation_id) references presentation (municipality_id, id),
  constraint agreement_supervisor foreign key (municipality_id, supervisor_contact_id) references employer_contact (municipality_id, id),
  constraint agreement_signing_contact foreign key (municipality_id, signing_contact_id) references employer_contact (municipality_id, id),
  constraint agreement_responsible foreign key (municipality_id, responsible_id) references account (municipality_id, id),
  constraint agreement_began_from check (began_from in ('match', 'call', 'visit', 'person', 'place')),
  constraint agreement_kind check (kind in ('language_practice', 'work_practice', 'work_training', 'wage_subsidy', 'trainee', 'ordinary_job', 'apprenticeship', 'voluntary')),
  constraint agreement_consent_how check (consent_how in ('spoken', 'spoken_with_interpreter', 'written')),
  constraint agreement_period check (to_date is null or from_date is null or to_date >= from_date),
  constraint agreement_cancel_reason check (cancel_reason in ('person_declined', 'employer_declined', 'other_place', 'moved', 'need_gone', 'mistake', 'other')),
  constraint agreement_end_reason check (end_reason in ('completed', 'hired', 'employer_ended', 'person_ended', 'illness', 'never_started', 'other')),
  constraint agreement_outcome check (outcome in ('hired', 'extended', 'other_place', 'education', 'never_started', 'not_hired')),
  constraint agreement_not_hired_reason check (not_hired_reason in ('need', 'vacancy', 'economy', 'language', 'skill', 'other')));
create index agreement_by_employer on agreement (municipality_id, employer_id);
create index agreement_by_period on agreement (municipality_id, to_date);
call app.fence_about_person('agreement');
drop policy own on agreement;
create policy own on agreement for select to app_participant
  using (person_id = (select app.person()) and ((select app.agreement()) is null or id = (select app.agreement())));
create policy party on agreement for select to app_employer using (id = (select app.agreement()));
grant select (municipality_id, id, version, revision, person_id, employer_id, kind, purpose, tasks, learning_goals, language_goals, speaks_norwegian_with,
  expectations, from_date, to_date, schedule, supervisor_contact_id, signing_contact_id, responsible_id, submitted_at, cancelled_at, ended_on) on agreement to app_employer; -- not why it ended, which may be illness
revoke delete on agreement from app_staff;
comment on table agreement is 'One placement agreed by participant, employer and municipality (PLA-01, PLA-02). State is derived in placements/agreement.core.ts.';
comment on column agreement.revision is 'Counts changes of the content; an approval holds for the revision it was given to.';
comment on column agreement.consent_on is 'Her yes to being named to this employer, where no presentation holds it (EMP-05).';
comment on column agreement.nav_reference is 'For Nav''s own measures: signed there, only the reference is kept here (PLA-13).';
alter table skill add constraint skill_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id);
alter table personal_link add constraint personal_link_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id);
create policy of_agreement on employer_contact for select to app_participant, app_employer
  using (exists (select from agreement a where a.municipality_id = employer_contact.municipality_id and employer_contact.id in (a.supervisor_contact_id, a.signing_contact_id)));

-- Whom to ring at the municipality stands on the agreement: the parties see that one colleague's name and address.
create policy responsible on account for select to app_participant, app_employer using (exists (select from agreement a
  where a.municipality_id = account.municipality_id and a.id = (select app.agreement()) and a.responsible_id = account.id));
grant select (municipality_id, id, name, email, locale, is_active) on account to app_employer;

create table approval (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  agreement_id uuid not null,
  party text not null,
  revision integer not null,
  approved_at timestamptz not null,
  how text not null,
  name text not null,
  interpreter text,
  account_id uuid,
  link_id uuid,
  on_behalf_reason text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint approval_pkey primary key (municipality_id, id),
  constraint approval_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint approval_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint approval_link foreign key (municipality_id, link_id) references personal_link (municipality_id, id),
  constraint approval_party check (party in ('participant', 'employer', 'municipality')),
  constraint approval_how check (how in ('link', 'meeting', 'meeting_with_interpreter', 'paper', 'on_behalf', 'signed_in')),
  constraint approval_on_behalf_reason check (on_behalf_reason in ('cannot_read', 'no_device', 'asked_by_telephone', 'guardian', 'other')),
  constraint approval_on_behalf_has_reason check ((how = 'on_behalf') = (on_behalf_reason is not null)));
create unique index approval_once on approval (municipality_id, agreement_id, party, revision) where withdrawn_at is null;
call app.fence('approval');
create policy staff on approval to app_staff using (exists (select from agreement a where a.municipality_id = approval.municipality_id and a.id = agreement_id));
create policy party on approval to app_participant using (agreement_id = (select app.agreement()) and party = 'participant');
create policy reading on approval for select to app_participant, app_employer using (agreement_id = (select app.agreement()));
create policy employer on approval to app_employer using (agreement_id = (select app.agreement()) and party = 'employer');
grant select, insert, update (withdrawn_at, withdrawn_reason) on approval to app_staff;
-- why a yes was given on somebody's behalf is between her and the municipality
grant select (municipality_id, id, agreement_id, party, revision, approved_at, how, name, withdrawn_at, withdrawn_reason), insert on approval to app_participant, app_employer;
comment on table approval is 'Each party''s yes to one revision of an agreement. A change of content withdraws them; nothing is deleted.';

create table follow_up (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  agreement_id uuid not null,
  person_id uuid not null,
  kind text not null,
  due_on date,
  done_on date,
  done_by uuid,
  talked_with text[] not null default '{}',
  mood text,
  note text,
  next_step text,
  next_step_due date,
  next_step_done_on date,
  raised_by text,
  constraint follow_up_pkey primary key (municipality_id, id),
  constraint follow_up_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint follow_up_done_by foreign key (municipality_id, done_by) references account (municipality_id, id),
  constraint follow_up_kind check (kind in ('visit', 'call', 'meeting', 'message', 'concern')),
  constraint follow_up_mood check (mood in ('good', 'so_so', 'bad')),
  constraint follow_up_raised_by check (raised_by in ('participant', 'employer', 'municipality')),
  constraint follow_up_talked_with check (talked_with <@ '{participant,employer}'::text[]),
  constraint follow_up_planned_or_done check (due_on is not null or done_on is not null));
create index follow_up_due on follow_up (municipality_id, due_on) where done_on is null;
create index follow_up_by_agreement on follow_up (municipality_id, agreement_id);
call app.fence_about_person('follow_up');
-- Whoever holds a link sees that one agreement: when one comes by, and a word of her own to the adviser.
drop policy own on follow_up;
create policy own on follow_up for select to app_participant
  using (person_id = (select app.person()) and ((select app.agreement()) is null or agreement_id = (select app.agreement())));
create policy planned on follow_up for select to app_employer using (agreement_id = (select app.agreement()) and due_on is not null and kind <> 'concern');
grant select (municipality_id, id, agreement_id, kind, due_on, done_on) on follow_up to app_employer;
create policy raise on follow_up for insert to app_participant, app_employer
  with check (agreement_id = (select app.agreement()) and kind = 'concern' and raised_by = (select app.actor_kind()) and done_on is null and done_by is null);
grant insert on follow_up to app_participant, app_employer;
comment on table follow_up is 'Planned and done contact during a placement (PLA-05, PLA-06): a visit or call in under a minute.';

create table evaluation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  party text not null,
  answered_at timestamptz not null,
  answers jsonb not null,
  link_id uuid,
  account_id uuid,
  constraint evaluation_pkey primary key (municipality_id, id),
  constraint evaluation_once unique (municipality_id, agreement_id, party),
  constraint evaluation_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint evaluation_link foreign key (municipality_id, link_id) references personal_link (municipality_id, id),
  constraint evaluation_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint evaluation_party check (party in ('participant', 'employer')));
call app.fence_about_person('evaluation');
drop policy own on evaluation;
create policy party on evaluation to app_participant using (person_id = (select app.person()) and party = 'participant');
create policy employer on evaluation to app_employer using (agreement_id = (select app.agreement()) and party = 'employer');
grant insert on evaluation to app_participant, app_employer;
grant select on evaluation to app_employer;
comment on table evaluation is 'The short answers of employer and participant at the end (PLA-08).';

-- Observed skills an employer writes in the evaluation become the person's skills; an employer may add, never read.
create policy observed on skill for insert to app_employer
  with check (evidence = 'observed' and agreement_id = (select app.agreement()) and person_id = (select app.person()));
grant insert on skill to app_employer;

-- How many seats of openings are taken today or later: counted past the fence, so that a protected person's seat is taken for everybody.
grant select (municipality_id, opening_id, submitted_at, cancelled_at, ended_on, to_date) on agreement to app_search;
create function app.taken_seats(today date) returns table (opening_id uuid, taken integer)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select g.opening_id, count(*)::int from agreement g
  where g.municipality_id = app.municipality() and g.opening_id is not null and g.submitted_at is not null
    and g.cancelled_at is null and g.ended_on is null and (g.to_date is null or g.to_date >= today)
  group by g.opening_id $$;
alter function app.taken_seats(date) owner to app_search;
revoke all on function app.taken_seats(date) from public;
grant execute on function app.taken_seats(date) to app_staff, app_participant;

-- How many words to the adviser of the asking party's stand unanswered on its agreement: an employer cannot read them. Asked before
-- one is added; the second of two at once waits for the first.
grant select (municipality_id, agreement_id, kind, raised_by, done_on) on follow_up to app_search;
create function app.count_open_concerns() returns integer language plpgsql volatile security definer set search_path = public, app, pg_temp as $$ begin
  perform pg_advisory_xact_lock(hashtext('concern'), hashtext(app.agreement()::text));
  return (select count(*) from follow_up f where f.municipality_id = app.municipality() and f.agreement_id = app.agreement()
    and f.kind = 'concern' and f.raised_by = app.actor_kind() and f.done_on is null); end $$;
alter function app.count_open_concerns() owner to app_search;
revoke all on function app.count_open_concerns() from public;
grant execute on function app.count_open_concerns() to app_participant, app_employer;
