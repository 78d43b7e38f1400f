-- Introduction benefit (integreringsloven chapter 5): terms, the monthly run, its lines and exceptions. All of it behind the ground
-- `economy`. What was approved is never changed, by nobody: it is corrected by a new line in a later run.
create table benefit_setting (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  pay_day integer not null,
  months_after integer not null,
  constraint benefit_setting_pkey primary key (municipality_id, id),
  constraint benefit_setting_one unique (municipality_id),
  constraint benefit_setting_day check (pay_day between 1 and 31),
  constraint benefit_setting_months check (months_after between 1 and 2));
call app.fence('benefit_setting');
create policy staff on benefit_setting to app_staff using (true);
create policy ground on benefit_setting as restrictive to app_staff using ((select app.has_ground('economy')));
create policy participant on benefit_setting for select to app_participant using (true);
grant select, insert, update on benefit_setting to app_staff;
grant select on benefit_setting to app_participant;
comment on table benefit_setting is 'When the municipality pays: the day of the month, and how many months after the month it is for. One row.';

create table benefit_terms (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  from_on date not null,
  lives_with_parents boolean,
  is_partner_in_programme boolean,
  has_children boolean,
  payroll_reference text,
  constraint benefit_terms_pkey primary key (municipality_id, id),
  constraint benefit_terms_once unique (municipality_id, person_id, from_on));
call app.fence_about_person('benefit_terms');
create policy ground on benefit_terms as restrictive to app_staff using ((select app.has_ground('economy')));
comment on table benefit_terms is 'What the size of the benefit depends on, from a day until the next row''s. Null is unknown, never no.';
comment on column benefit_terms.is_partner_in_programme is 'Married to or living with somebody who takes part too: the other half of § 20 fourth paragraph is having no children.';
comment on column benefit_terms.payroll_reference is 'What the payroll system knows her by. No account number: that one lives there.';

create table benefit_income (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  kind text not null,
  monthly_ore integer not null,
  monthly_hours numeric(5,2),
  earned_before boolean,
  from_on date not null,
  to_on date,
  document text,
  constraint benefit_income_pkey primary key (municipality_id, id),
  constraint benefit_income_kind check (kind in ('unemployment_benefit', 'sickness_benefit', 'parental_benefit', 'disability_benefit', 'work_assessment_allowance', 'transitional_benefit', 'paid_work')),
  constraint benefit_income_amount check (monthly_ore between 0 and 100000000),
  constraint benefit_income_hours check ((kind = 'paid_work') = (monthly_hours is not null) and monthly_hours between 0 and 300),
  constraint benefit_income_earned check ((kind in ('unemployment_benefit', 'sickness_benefit', 'parental_benefit')) = (earned_before is not null)),
  constraint benefit_income_order check (to_on is null or to_on >= from_on));
call app.fence_about_person('benefit_income');
create policy ground on benefit_income as restrictive to app_staff using ((select app.has_ground('economy')));
comment on table benefit_income is 'Other benefits that are deducted (§ 22), and paid work that is part of the programme (§ 23): so much a month, from one day to another.';
comment on column benefit_income.earned_before is 'Whether the right was earned before the programme began. Asked of what § 22 first paragraph first sentence names, and of nothing else.';

create table benefit_run (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  month date not null,
  is_protected boolean not null default false,
  pay_on date not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  returned_by uuid,
  returned_at timestamptz,
  return_reason text,
  approved_by uuid,
  approved_at timestamptz,
  file_hash text,
  people integer not null,
  total_ore numeric(14) not null,
  constraint benefit_run_pkey primary key (municipality_id, id),
  constraint benefit_run_once unique (municipality_id, month, is_protected),
  constraint benefit_run_prepared_by foreign key (municipality_id, prepared_by) references account (municipality_id, id),
  constraint benefit_run_returned_by foreign key (municipality_id, returned_by) references account (municipality_id, id),
  constraint benefit_run_approved_by foreign key (municipality_id, approved_by) references account (municipality_id, id),
  constraint benefit_run_month check (extract(day from month) = 1),
  constraint benefit_run_four_eyes check (approved_by <> prepared_by),
  constraint benefit_run_approval check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (file_hash is null)),
  constraint benefit_run_return check ((returned_by is null) = (returned_at is null) and (returned_at is null) = (return_reason is null)));
call app.fence('benefit_run');
create policy staff on benefit_run to app_staff using (true);
create policy ground on benefit_run as restrictive to app_staff using ((select app.has_ground('economy')));
create policy protected on benefit_run as restrictive to app_staff using (not is_protected or (select app.has_ground('protected_address')));
create policy paid on benefit_run for select to app_participant using (approved_at is not null);
grant select, insert, update on benefit_run to app_staff;
grant select (municipality_id, id, month, pay_on, approved_at) on benefit_run to app_participant;
comment on table benefit_run is 'One month''s benefit for all. People at strictly confidential addresses have a run of their own, seen only with their ground: its sum would give them away.';
comment on column benefit_run.file_hash is 'Of the rows that were approved: the file for payroll is given out only while it is made of the very same.';

create table benefit_line (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  run_id uuid not null,
  kind text not null,
  for_month date not null,
  amount_ore integer not null,
  basis jsonb not null,
  days jsonb,
  constraint benefit_line_pkey primary key (municipality_id, id),
  constraint benefit_line_once unique (municipality_id, run_id, person_id, kind, for_month),
  constraint benefit_line_run foreign key (municipality_id, run_id) references benefit_run (municipality_id, id),
  constraint benefit_line_kind check (kind in ('base', 'unauthorised_absence', 'income', 'paid_work', 'set_off', 'correction')),
  constraint benefit_line_sign check (case when kind in ('base', 'correction') then amount_ore >= 0 else amount_ore < 0 end));
call app.fence_about_person('benefit_line');
create policy ground on benefit_line as restrictive to app_staff using ((select app.has_ground('economy')));
drop policy own on benefit_line;
create policy own on benefit_line for select to app_participant using (person_id = (select app.person())
  and exists (select from benefit_run r where r.municipality_id = benefit_line.municipality_id and r.id = run_id));
revoke update on benefit_line from app_staff;
comment on table benefit_line is 'What one person gets or has taken off in one run, and for which month. Never changed: written, and deleted only while the run is not approved.';
comment on column benefit_line.days is 'Of a base line: the days of attendance that were not as planned when the month was computed. Read again in later runs, unless something was registered since.';
comment on column benefit_line.basis is 'What the amount rests on: the input, and of each rule asked its answer, steps and version.';

create table benefit_issue (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  version integer not null default 1,
  run_id uuid not null,
  kind text not null,
  for_month date not null,
  facts jsonb not null,
  fingerprint text not null,
  proposed_ore integer not null,
  is_large boolean not null default false,
  decision text,
  decided_ore integer,
  why text,
  reference text,
  decided_by uuid,
  decided_at timestamptz,
  constraint benefit_issue_pkey primary key (municipality_id, id),
  constraint benefit_issue_once unique (municipality_id, run_id, person_id, kind, for_month),
  constraint benefit_issue_run foreign key (municipality_id, run_id) references benefit_run (municipality_id, id),
  constraint benefit_issue_decided_by foreign key (municipality_id, decided_by) references account (municipality_id, id),
  constraint benefit_issue_kind check (kind in ('cannot_decide', 'unsettled', 'unauthorised_absence', 'income', 'paid_work', 'set_off')),
  constraint benefit_issue_decision check (decision in ('accept', 'adjust', 'dismiss')),
  constraint benefit_issue_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null) and (decision is null) = (decided_ore is null)),
  constraint benefit_issue_why check (decision is null or decision = 'accept' or why is not null));
call app.fence_about_person('benefit_issue');
create policy ground on benefit_issue as restrictive to app_staff using ((select app.has_ground('economy')));
drop policy own on benefit_issue;
revoke select on benefit_issue from app_participant;
comment on table benefit_issue is 'What somebody must look at before a run is approved: a proposal with what it rests on, and how it was decided, by whom and why.';
comment on column benefit_issue.fingerprint is 'Of the facts: a decision holds for a later run as long as they are the same.';

create table benefit_hold (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  from_on date not null,
  reason text not null,
  held_by uuid not null,
  held_at timestamptz not null,
  released_on date,
  released_by uuid,
  constraint benefit_hold_pkey primary key (municipality_id, id),
  constraint benefit_hold_held_by foreign key (municipality_id, held_by) references account (municipality_id, id),
  constraint benefit_hold_released_by foreign key (municipality_id, released_by) references account (municipality_id, id),
  constraint benefit_hold_reason check (reason in ('being_clarified', 'waiting_for_document', 'waiting_for_answer')),
  constraint benefit_hold_order check (released_on is null or released_on >= from_on),
  constraint benefit_hold_whole check ((released_on is null) = (released_by is null)));
call app.fence_about_person('benefit_hold');
create policy ground on benefit_hold as restrictive to app_staff using ((select app.has_ground('economy')));
revoke delete on benefit_hold from app_staff;
create unique index benefit_hold_one_open on benefit_hold (municipality_id, person_id) where released_on is null;
comment on table benefit_hold is 'A reduction for absence that waits while something is cleared up. The reason is one of three, so that no word of health is written here.';

-- An approved run stays, with its lines and what was decided. A run the asker does not see counts as approved: then nothing may be changed.
-- That two persons were one changes whose line it is, not what was paid.
create function app.keep_benefit_of_run() returns trigger language plpgsql as $$ declare run uuid := case when tg_op = 'DELETE' then old.run_id else new.run_id end; begin
  if tg_op = 'UPDATE' and current_user = 'app_merge' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then return new; end if;
  if not exists (select from benefit_run r where r.municipality_id = app.municipality() and r.id = run and r.approved_at is null)
    or (tg_op = 'UPDATE' and new.run_id <> old.run_id) then
    raise exception using errcode = 'check_violation', constraint = 'benefit_paid_stays', message = 'what was approved is corrected by a new line, never changed'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep before insert or update or delete on benefit_line for each row execute function app.keep_benefit_of_run();
create trigger keep before insert or update or delete on benefit_issue for each row execute function app.keep_benefit_of_run();

create function app.keep_benefit_run() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE' or old.approved_at is not null then
    raise exception using errcode = 'check_violation', constraint = 'benefit_paid_stays', message = 'what was approved is corrected by a new line, never changed'; end if;
  if new.approved_at is not null and exists (select from benefit_issue i where i.municipality_id = new.municipality_id and i.run_id = new.id and i.decision is null) then
    raise exception using errcode = 'check_violation', constraint = 'benefit_run_settled', message = 'there are exceptions nobody has decided'; end if;
  if new.approved_at is not null and exists (select from benefit_issue i where i.municipality_id = new.municipality_id and i.run_id = new.id and i.decided_by = new.approved_by) then
    raise exception using errcode = 'check_violation', constraint = 'benefit_run_four_eyes', message = 'who decided an exception does not approve the run'; end if;
  return new;
end $$;
create trigger keep before update or delete on benefit_run for each row execute function app.keep_benefit_run();

-- From when to when somebody has no right to benefit though she is in the programme: whole-day leave without it, and frozen time. Never why. Looks
-- past the ground of absence, as attendance_basis does, for those with the ground of economy.
create function app.benefit_away(persons uuid[], first date, last date) returns table (person_id uuid, from_date date, to_date date)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('economy') then raise exception 'needs the ground economy' using errcode = '42501'; end if;
  return query
  select a.person_id, a.from_date, a.to_date from absence a where a.municipality_id = app.municipality() and a.person_id = any (persons) and a.decision = 'approved' and not a.with_benefit
    and a.minutes_each_day is null and a.from_date <= last and a.to_date >= first and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id)
  union all
  select z.person_id, z.from_date, z.to_date from pause z where z.municipality_id = app.municipality() and z.person_id = any (persons) and z.from_date <= last and coalesce(z.to_date, first) >= first; end $$;
alter function app.benefit_away(uuid[], date, date) owner to app_search;
revoke all on function app.benefit_away(uuid[], date, date) from public;
grant execute on function app.benefit_away(uuid[], date, date) to app_staff;

-- In which of the months that were paid something was registered about these persons after the run was computed: attendance, or absence in whole
-- or in part. For all others what the run kept of the days is still so, since what was paid on is only ever corrected by new rows.
create function app.benefit_changed(persons uuid[], before date) returns table (person_id uuid, month date)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('economy') then raise exception 'needs the ground economy' using errcode = '42501'; end if;
  return query
  with run as materialized (select r.month, (r.month + interval '1 month' - interval '1 day')::date as last, min(r.prepared_at) as at from benefit_run r where r.municipality_id = app.municipality() and r.approved_at is not null and r.month < before group by 1, 2)
  select t.person_id, r.month from attendance t join run r on t.on_day between r.month and r.last where t.municipality_id = app.municipality() and t.person_id = any (persons) and t.registered_at >= r.at
  union select a.person_id, r.month from absence a join run r on a.from_date <= r.last and a.to_date >= r.month
    where a.municipality_id = app.municipality() and a.person_id = any (persons) and (a.created_at >= r.at or a.decided_on >= r.at::date); end $$;
grant select on benefit_run to app_search;
alter function app.benefit_changed(uuid[], date) owner to app_search;
revoke all on function app.benefit_changed(uuid[], date) from public;
grant execute on function app.benefit_changed(uuid[], date) to app_staff;
