-- Attendance, absence and what stops the clock. Who was there, the teacher knows; why somebody was not is behind the ground `absence`.
create table attendance (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  activity_id uuid,
  agreement_id uuid,
  on_day date not null,
  planned_minutes integer not null,
  present_minutes integer not null,
  state text not null,
  how text not null,
  registered_by uuid not null default app.actor(),
  registered_at timestamptz not null,
  corrects_id uuid,
  correction_reason text,
  constraint attendance_pkey primary key (municipality_id, id),
  constraint attendance_activity foreign key (municipality_id, activity_id) references activity (municipality_id, id),
  constraint attendance_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint attendance_registered_by foreign key (municipality_id, registered_by) references account (municipality_id, id),
  constraint attendance_corrects foreign key (municipality_id, corrects_id) references attendance (municipality_id, id),
  constraint attendance_of_one_thing check (num_nonnulls(activity_id, agreement_id) = 1),
  constraint attendance_once unique nulls not distinct (municipality_id, person_id, on_day, activity_id, agreement_id, corrects_id),
  constraint attendance_minutes check (planned_minutes between 1 and 1440 and present_minutes between 0 and planned_minutes),
  constraint attendance_state check (state in ('present', 'late', 'left_early', 'absent')),
  constraint attendance_state_fits check ((state = 'present') = (present_minutes = planned_minutes) and (state = 'absent') = (present_minutes = 0)),
  constraint attendance_how check (how in ('class', 'check_in', 'workplace', 'adviser')),
  constraint attendance_correction_has_reason check ((corrects_id is null) = (correction_reason is null)));
create index attendance_by_activity on attendance (municipality_id, activity_id, on_day);
create unique index attendance_corrected_once on attendance (municipality_id, corrects_id) where corrects_id is not null;
call app.fence_about_person('attendance');
revoke delete on attendance from app_staff;
grant select on attendance to app_search;
grant insert on attendance to app_participant;
create policy check_in on attendance for insert to app_participant
  with check (person_id = (select app.person()) and how = 'check_in' and registered_by = (select app.actor()) and corrects_id is null
    and on_day = (registered_at at time zone 'Europe/Oslo')::date
    and (activity_id is null or exists (select from activity_participant t where t.activity_id = attendance.activity_id))
    and (agreement_id is null or exists (select from agreement g where g.id = attendance.agreement_id)));
comment on table attendance is 'How long one person was at one thing on one day. What has been paid on is never changed: a correction is a row of its own (corrects_id), and the newest counts.';

create table absence (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  from_date date not null,
  to_date date not null,
  kind text not null,
  welfare_reason text,
  child_birth_date date,
  minutes_each_day integer,
  is_abroad boolean not null default false,
  certification text not null default 'none',
  documented_on date,
  decision text not null default 'pending',
  with_benefit boolean,
  decided_by uuid,
  decided_on date,
  decision_note text,
  corrects_id uuid,
  created_at timestamptz not null default now(),
  constraint absence_pkey primary key (municipality_id, id),
  constraint absence_decided_by foreign key (municipality_id, decided_by) references account (municipality_id, id),
  constraint absence_corrects foreign key (municipality_id, corrects_id) references absence (municipality_id, id),
  constraint absence_period check (to_date >= from_date),
  constraint absence_kind check (kind in ('own_illness', 'sick_child', 'sick_carer', 'pregnancy_checkup', 'pregnancy', 'birth_mother', 'birth_father', 'breastfeeding', 'welfare', 'peace_work',
    'long_illness', 'long_illness_child', 'parental_leave', 'adoption', 'religious_day', 'holiday', 'home_travel', 'permitted', 'unauthorised')),
  constraint absence_welfare_reason check (welfare_reason in ('kindergarten', 'first_school_day', 'wedding', 'death', 'appointment', 'care', 'other')),
  constraint absence_welfare_has_reason check ((kind = 'welfare') = (welfare_reason is not null)),
  constraint absence_travel_is_abroad check (kind <> 'home_travel' or is_abroad),
  constraint absence_unauthorised_kind check (kind <> 'unauthorised' or decision <> 'approved'),
  constraint absence_minutes_each_day check (minutes_each_day between 1 and 1439),
  constraint absence_certification check (certification in ('none', 'self', 'doctor', 'document')),
  constraint absence_documented check (documented_on is null or certification in ('doctor', 'document')),
  constraint absence_decision check (decision in ('pending', 'approved', 'unauthorised', 'withdrawn')),
  constraint absence_decided check ((decision = 'pending') = (decided_on is null) and (decided_on is null) = (decided_by is null) and (decision = 'approved') = (with_benefit is not null)));
create unique index absence_corrected_once on absence (municipality_id, corrects_id) where corrects_id is not null;
create index absence_waiting on absence (municipality_id, from_date) where decision = 'pending';
call app.fence_about_person('absence');
revoke delete on absence from app_staff;
create policy ground on absence as restrictive to app_staff using ((select app.has_ground('absence')));
grant select on absence to app_search;
comment on table absence is 'Why somebody was away, and what was decided (integreringsforskriften ch. 3 and 4). Behind the ground absence: a teacher sees that it was reported, never the reason.';
comment on column absence.minutes_each_day is 'For part of a day: how long she is away each day. Null is the whole day.';
comment on column absence.with_benefit is 'Whether the introduction benefit is kept, as decided.';
comment on column absence.is_abroad is 'Away from the country: the right, the benefit and the dwelling may be affected (QUA-09).';

create table absence_report (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  from_date date not null,
  to_date date not null,
  words text,
  channel text not null,
  agreement_id uuid,
  contact_id uuid,
  account_id uuid,
  outside_id text,
  told_at timestamptz not null,
  absence_id uuid,
  dismissed_on date,
  dismissed_reason text,
  constraint absence_report_pkey primary key (municipality_id, id),
  constraint absence_report_absence foreign key (municipality_id, absence_id) references absence (municipality_id, id),
  constraint absence_report_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint absence_report_contact foreign key (municipality_id, contact_id) references employer_contact (municipality_id, id),
  constraint absence_report_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint absence_report_outside_once unique (municipality_id, outside_id, person_id),
  constraint absence_report_period check (to_date >= from_date),
  constraint absence_report_channel check (channel in ('participant', 'sms', 'call', 'teacher')),
  constraint absence_report_dismissed_reason check (dismissed_reason in ('came_after_all', 'known_already', 'mistake')),
  constraint absence_report_dismissed check ((dismissed_on is null) = (dismissed_reason is null) and (dismissed_on is null or absence_id is null)));
create index absence_report_waiting on absence_report (municipality_id, from_date) where absence_id is null and dismissed_on is null;
call app.fence_about_person('absence_report');
revoke delete on absence_report from app_staff;
-- anybody who is told writes it down; what was told is read by those with the ground
create policy ground on absence_report as restrictive for select to app_staff using ((select app.has_ground('absence')));
create policy ground_change on absence_report as restrictive for update to app_staff using ((select app.has_ground('absence')));
create policy report on absence_report for insert to app_participant
  with check (person_id = (select app.person()) and channel = 'participant' and account_id = (select app.actor()) and absence_id is null and dismissed_on is null);
grant insert on absence_report to app_participant;
grant select on absence_report to app_search;
comment on table absence_report is 'That somebody was reported away, by whom and with what words. Waits until the adviser has given it its kind or laid it aside.';

create table pause (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  from_date date not null,
  to_date date,
  reason text not null,
  adds_to_length boolean not null,
  decided_by uuid not null default app.actor(),
  decided_on date not null,
  constraint pause_pkey primary key (municipality_id, id),
  constraint pause_decided_by foreign key (municipality_id, decided_by) references account (municipality_id, id),
  constraint pause_period check (to_date is null or to_date >= from_date));
call app.fence_about_person('pause');
create policy ground on pause as restrictive to app_staff using ((select app.has_ground('absence')));
grant select on pause to app_search;
comment on table pause is 'Frozen time: the programme stands still from when to when, why, and whether the time is added to the length.';

create table part_time (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  from_date date not null,
  to_date date,
  percent integer not null,
  reason text not null,
  constraint part_time_pkey primary key (municipality_id, id),
  constraint part_time_period check (to_date is null or to_date >= from_date),
  constraint part_time_percent check (percent between 1 and 99),
  constraint part_time_reason check (reason in ('job', 'education', 'care', 'adapted', 'other')));
call app.fence_about_person('part_time');
grant select on part_time to app_search;
comment on table part_time is 'The share of full time of one who is in the programme part time. The reason is neutral: health is not written here.';

create table paid_period (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  from_date date not null,
  to_date date not null,
  run_id uuid not null,
  constraint paid_period_pkey primary key (municipality_id, id),
  constraint paid_period_once unique (municipality_id, run_id, person_id),
  constraint paid_period_order check (to_date >= from_date));
call app.fence_about_person('paid_period');
drop policy own on paid_period;
revoke select on paid_period from app_participant;
revoke update, delete on paid_period from app_staff;
grant select on paid_period to app_search;
comment on table paid_period is 'What has been paid on: attendance and absence of these days are never changed again, only corrected by rows of their own.';

-- Looks past the fence, so that a row is held fast also for one who may not see what was paid.
create function app.is_paid(who uuid, first date, last date) returns boolean language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from paid_period p where p.municipality_id = app.municipality() and p.person_id = who and p.from_date <= last and p.to_date >= first) $$;
alter function app.is_paid(uuid, date, date) owner to app_search;
revoke all on function app.is_paid(uuid, date, date) from public;
grant execute on function app.is_paid(uuid, date, date) to app_staff, app_participant, app_merge;

create function app.keep_paid() returns trigger language plpgsql as $$
declare first date := coalesce(to_jsonb(old) ->> 'on_day', to_jsonb(old) ->> 'from_date'); last date := coalesce(to_jsonb(old) ->> 'on_day', to_jsonb(old) ->> 'to_date'); begin
  -- two persons who are made one keep their rows under the one who stays
  if current_user <> 'app_merge' and app.is_paid(old.person_id, first, last) then
    raise exception 'paid on already' using errcode = '23514', constraint = tg_table_name || '_paid';
  end if;
  return new; end $$;
create trigger keep_paid before update on attendance for each row execute function app.keep_paid();
create trigger keep_paid before update on absence for each row execute function app.keep_paid();

-- Of these persons, who is reported away on a day, or is known to be: that, and never why. The caller gives ids of persons she sees.
create function app.reported_away(persons uuid[], day date) returns table (person_id uuid)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select r.person_id from absence_report r where r.municipality_id = app.municipality() and r.person_id = any (persons)
    and day between r.from_date and r.to_date and r.dismissed_on is null
  union select a.person_id from absence a where a.municipality_id = app.municipality() and a.person_id = any (persons)
    and day between a.from_date and a.to_date and a.minutes_each_day is null and a.decision in ('pending', 'approved')
    and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id)
  union select z.person_id from pause z where z.municipality_id = app.municipality() and z.person_id = any (persons) and day >= z.from_date and day <= coalesce(z.to_date, day) $$;
alter function app.reported_away(uuid[], date) owner to app_search;
revoke all on function app.reported_away(uuid[], date) from public;
grant execute on function app.reported_away(uuid[], date) to app_staff;
