-- From half a year before the end of the programme to years after it: what must be in place, who receives, how it went.
alter table participation add column end_activity text;
alter table participation add constraint participation_end_reasons check (end_reason in ('goal_reached', 'work', 'education', 'length_expired', 'stopped', 'withdrew', 'moved', 'left_norway', 'died', 'other'));
alter table participation add constraint participation_end_activity check (end_activity in ('work_full_time', 'work_part_time', 'upper_secondary', 'higher_education', 'adult_primary', 'nav_measure',
  'qualification_programme', 'norwegian_only', 'parental_leave', 'ill', 'job_seeking', 'none', 'unknown'));

create table exit_step (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  participation_id uuid not null,
  version integer not null default 1,
  kind text not null,
  done_on date,
  not_needed boolean not null default false,
  note text,
  norwegian jsonb,
  gap jsonb,
  account_id uuid not null default app.actor(),
  constraint exit_step_pkey primary key (municipality_id, id),
  constraint exit_step_once unique (municipality_id, participation_id, kind),
  constraint exit_step_participation foreign key (municipality_id, participation_id) references participation (municipality_id, id),
  constraint exit_step_kind check (kind in ('talk', 'path', 'school_application', 'nav_meeting', 'nav_application', 'norwegian', 'gap', 'hand_over', 'certificate')),
  constraint exit_step_settled check ((done_on is not null) <> not_needed),
  constraint exit_step_why check (not not_needed or note is not null));
call app.fence_about_person('exit_step');
create policy ground on exit_step as restrictive to app_staff using ((select app.has_ground('case')));
comment on table exit_step is 'What has been settled of the steps towards the end of a programme. When each is due follows from the last day and is not stored.';
comment on column exit_step.norwegian is 'How Norwegian goes on beside the job (PLA-16), by src/domains/programme/exit/exit.schema.ts.';
comment on column exit_step.gap is 'The days from the last benefit to the first wage (PLA-22), by the same.';

create table hand_over (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  participation_id uuid,
  version integer not null default 1,
  receiver text not null,
  receiver_unit text not null,
  receiver_account_id uuid,
  legal_basis text not null,
  content jsonb not null,
  ambitions text not null,
  needs text not null,
  recommendation text not null,
  written_by uuid not null default app.actor(),
  written_on date not null,
  shown_to_person_on date,
  person_comment text,
  sent_at timestamptz,
  case_number text,
  case_worker text,
  confirmed_at timestamptz,
  constraint hand_over_pkey primary key (municipality_id, id),
  constraint hand_over_participation foreign key (municipality_id, participation_id) references participation (municipality_id, id),
  constraint hand_over_account foreign key (municipality_id, receiver_account_id) references account (municipality_id, id),
  constraint hand_over_receiver check (receiver in ('nav', 'adult_education', 'county', 'municipality', 'follow_up_service')),
  constraint hand_over_basis check (legal_basis in ('exchange', 'consent')),
  constraint hand_over_confirmed check ((confirmed_at is null) = (case_number is null) and (confirmed_at is null) = (case_worker is null)),
  constraint hand_over_order check (confirmed_at is null or sent_at is not null));
call app.fence_about_person('hand_over');
-- a draft is nobody's but the writer's; what was sent she reads herself
drop policy own on hand_over;
create policy own on hand_over for select to app_participant using (person_id = (select app.person()) and sent_at is not null);
-- the receiver reads what was handed over to her, and nothing else of the case
create policy ground on hand_over as restrictive to app_staff
  using ((select app.has_ground('case')) or (receiver_account_id = (select app.actor()) and sent_at is not null));
comment on table hand_over is 'A note to whoever goes on: what is done, ambitions, needs, recommendation, with the mapping and the plan as they stood, so that nothing is mapped twice.';
comment on column hand_over.content is 'What was known on the day it was written: competence, plan, placements. It does not change afterwards.';

create table later_status (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  participation_id uuid not null,
  asked_on date not null,
  activity text not null,
  hours_per_week numeric(4,1),
  is_relevant boolean,
  lives_elsewhere boolean not null default false,
  source text not null,
  account_id uuid not null default app.actor(),
  constraint later_status_pkey primary key (municipality_id, id),
  constraint later_status_participation foreign key (municipality_id, participation_id) references participation (municipality_id, id),
  constraint later_status_once unique (municipality_id, participation_id, asked_on),
  constraint later_status_hours check (hours_per_week between 0 and 60),
  constraint later_status_activity check (activity in ('work_full_time', 'work_part_time', 'upper_secondary', 'higher_education', 'adult_primary', 'nav_measure',
    'qualification_programme', 'norwegian_only', 'parental_leave', 'ill', 'job_seeking', 'none', 'unknown')),
  constraint later_status_source check (source in ('person', 'employer', 'nav', 'school', 'other')));
call app.fence_about_person('later_status');
create policy ground on later_status as restrictive to app_staff using ((select app.has_ground('case')));
comment on table later_status is 'What she does one year after the programme and later, also when she has moved (TRN-07). Unknown is an answer.';

create table next_step (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  step text not null,
  due_on date not null,
  owner_id uuid not null,
  done_on date,
  constraint next_step_pkey primary key (municipality_id, id),
  constraint next_step_owner foreign key (municipality_id, owner_id) references account (municipality_id, id));
call app.fence_about_person('next_step');
create policy ground on next_step as restrictive to app_staff using ((select app.has_ground('case')));
comment on table next_step is 'The next step of one who is in no programme: what, when, and who sees to it. Nobody is written out without one (QUA-17, QUA-20).';

create table whereabouts (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  state text not null,
  confirmed_on date not null,
  note text,
  constraint whereabouts_pkey primary key (municipality_id, id),
  constraint whereabouts_one unique (municipality_id, person_id),
  constraint whereabouts_state check (state in ('present', 'travelling', 'moved', 'returned', 'unknown')));
call app.fence_about_person('whereabouts');
create policy ground on whereabouts as restrictive to app_staff using ((select app.has_ground('case')));
comment on table whereabouts is 'Whether she is here, and when that was last confirmed (INF-11).';

create table start_wait (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  reason text not null,
  since date not null,
  expected_on date,
  note text,
  constraint start_wait_pkey primary key (municipality_id, id),
  constraint start_wait_one unique (municipality_id, person_id),
  constraint start_wait_reason check (reason in ('kindergarten', 'dwelling', 'capacity', 'course_date', 'health_clarification', 'parental_leave', 'registration', 'own_wish', 'other')));
call app.fence_about_person('start_wait');
create policy ground on start_wait as restrictive to app_staff using ((select app.has_ground('case')));
comment on table start_wait is 'Why somebody who has a right to the programme has not begun (QUA-16).';

-- Legal facts by the names of src/rules/facts.ts, for whoever asks the rules about many at once. Null where there are none.
create function app.named_facts(f legal_facts) returns jsonb language sql immutable as $$
  select case when f.id is null then null else jsonb_build_object('permit', f.permit, 'permitGrantedOn', f.permit_granted_on, 'hadFamilyPermit', f.had_family_permit, 'settledByAgreement', f.settled_by_agreement,
    'residenceSince', f.residence_since, 'claimedOn', f.claimed_on, 'schooling', f.schooling, 'hasUkrainianUpperSecondary', f.has_ukrainian_upper_secondary, 'weeklyJobHours', f.weekly_job_hours, 'more', f.more) end $$;

-- The manager's overview: one line for each case without a name, so that she sees deadlines and burdens and browses nobody.
-- Read past the fences by a definer function, for those with the ground `overview` alone; who it is cannot be asked of it.
grant select on legal_facts, participation, start_wait, next_step, whereabouts, person, agreement, account to app_search;
create function app.list_cases(today date) returns table (adviser_name text, status text, birth_date date, gender text, arrival_category text, settled_on date,
  legal jsonb,
  starts_on date, months integer, extension_months integer, ended_on date, wait_reason text, wait_since date, next_step_due date, whereabouts text, is_placed boolean)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('overview') then raise exception 'the overview is not yours to see' using errcode = '42501'; end if;
  return query select a.name, p.status, p.birth_date, p.gender, p.arrival_category, p.settled_on,
      app.named_facts(f),
      t.starts_on, t.months, t.extension_months, t.ended_on, w.reason, w.since, n.due_on, b.state,
      exists (select from agreement g where g.municipality_id = p.municipality_id and g.person_id = p.id and g.cancelled_at is null and g.ended_on is null and today between g.from_date and coalesce(g.to_date, today))
    from person p left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id
      left join legal_facts f on f.municipality_id = p.municipality_id and f.person_id = p.id
      left join lateral (select * from participation x where x.municipality_id = p.municipality_id and x.person_id = p.id order by x.starts_on desc limit 1) t on true
      left join start_wait w on w.municipality_id = p.municipality_id and w.person_id = p.id
      left join lateral (select min(x.due_on) as due_on from next_step x where x.municipality_id = p.municipality_id and x.person_id = p.id and x.done_on is null) n on true
      left join whereabouts b on b.municipality_id = p.municipality_id and b.person_id = p.id
    where p.municipality_id = app.municipality(); end $$;
alter function app.list_cases(date) owner to app_search;
revoke all on function app.list_cases(date) from public;
grant execute on function app.list_cases(date) to app_staff;
