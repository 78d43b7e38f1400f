-- Interpreters: whom the municipality asks, what was asked for, how it went, and the questions that are saved for the next slot.
create table interpreter_supplier (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  email text,
  phone text,
  languages text[] not null default '{}',
  modalities text[] not null default '{}',
  free_cancel_hours integer not null,
  is_active boolean not null default true,
  constraint interpreter_supplier_pkey primary key (municipality_id, id),
  constraint interpreter_supplier_once unique (municipality_id, name),
  constraint interpreter_supplier_modalities check (modalities <@ array['present', 'video', 'phone']),
  constraint interpreter_supplier_hours check (free_cancel_hours between 0 and 720),
  constraint interpreter_supplier_reached check (email is not null or phone is not null));
call app.fence('interpreter_supplier');
create policy staff on interpreter_supplier to app_staff using (true);
grant select, insert, update on interpreter_supplier to app_staff;
comment on table interpreter_supplier is 'A service the municipality orders interpreters from, and until when an order may be called off without cost.';
comment on column interpreter_supplier.languages is 'Languages it has, by code; empty where it is not known: then it is offered for all.';

create table interpreter_booking (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid,
  group_name text,
  activity_id uuid,
  language text not null,
  dialect text,
  second_language text,
  modality text not null,
  kind text not null,
  purpose text not null,
  on_day date not null,
  from_time time not null,
  minutes integer not null,
  place text,
  meets_id uuid not null,
  wanted_gender text,
  booked_by uuid not null default app.actor(),
  supplier_id uuid,
  asked_at timestamptz,
  confirmed_at timestamptz,
  interpreter_name text,
  interpreter_number text,
  category text,
  not_had_at timestamptz,
  next_step text,
  cancelled_at timestamptz,
  was_charged boolean,
  outcome text,
  outcome_on date,
  interpreted_by text,
  ground text,
  ground_note text,
  decided_by uuid,
  constraint interpreter_booking_pkey primary key (municipality_id, id),
  constraint interpreter_booking_person foreign key (municipality_id, person_id) references person (municipality_id, id),
  constraint interpreter_booking_activity foreign key (municipality_id, activity_id) references activity (municipality_id, id),
  constraint interpreter_booking_meets foreign key (municipality_id, meets_id) references account (municipality_id, id),
  constraint interpreter_booking_booked_by foreign key (municipality_id, booked_by) references account (municipality_id, id),
  constraint interpreter_booking_decided_by foreign key (municipality_id, decided_by) references account (municipality_id, id),
  constraint interpreter_booking_supplier foreign key (municipality_id, supplier_id) references interpreter_supplier (municipality_id, id),
  constraint interpreter_booking_whom check ((person_id is null) <> (group_name is null)),
  constraint interpreter_booking_class check (activity_id is null or person_id is null),
  constraint interpreter_booking_modality check (modality in ('present', 'video', 'phone')),
  constraint interpreter_booking_kind check (kind in ('qualified', 'assistant')),
  constraint interpreter_booking_purpose check (purpose in ('mapping', 'plan', 'decision', 'economy', 'health', 'workplace', 'information', 'practical', 'message', 'other')),
  constraint interpreter_booking_minutes check (minutes between 10 and 600),
  constraint interpreter_booking_gender check (wanted_gender in ('female', 'male')),
  constraint interpreter_booking_category check (category in ('A', 'B', 'C', 'D', 'E', 'none')),
  constraint interpreter_booking_step check (next_step in ('other_supplier', 'other_language', 'other_modality', 'postpone', 'other')),
  constraint interpreter_booking_outcome check (outcome in ('carried_out', 'interpreter_absent', 'person_absent')),
  constraint interpreter_booking_by check (interpreted_by in ('qualified', 'assistant', 'unqualified', 'acquaintance', 'child', 'nobody')),
  constraint interpreter_booking_ground check (ground in ('cannot_wait', 'emergency', 'strong_reasons', 'understood', 'message_only', 'sound_for_child')),
  constraint interpreter_booking_asked check (asked_at is not null or (confirmed_at is null and not_had_at is null)),
  constraint interpreter_booking_one_answer check (confirmed_at is null or not_had_at is null),
  constraint interpreter_booking_confirmed check (confirmed_at is null or interpreter_name is not null or interpreter_number is not null),
  constraint interpreter_booking_not_had check ((not_had_at is null) = (next_step is null)),
  constraint interpreter_booking_one_end check (outcome is null or cancelled_at is null),
  constraint interpreter_booking_held check ((outcome is null) = (outcome_on is null) and (outcome is not distinct from 'carried_out') = (interpreted_by is not null)),
  constraint interpreter_booking_child check (interpreted_by is distinct from 'child' or (decided_by is not null and ground in ('emergency', 'sound_for_child'))),
  constraint interpreter_booking_health_says_no_more check (purpose <> 'health' or group_name is null));
create index interpreter_booking_by_day on interpreter_booking (municipality_id, on_day);
create index interpreter_booking_by_meets on interpreter_booking (municipality_id, meets_id, on_day);
create index on interpreter_booking (municipality_id, person_id);
call app.fence('interpreter_booking');
create policy staff on interpreter_booking to app_staff using (person_id is null or exists (select from person p where p.id = interpreter_booking.person_id));
grant select, insert, update on interpreter_booking to app_staff;
grant select on interpreter_booking to app_participant;
grant select, update on interpreter_booking to app_merge;
comment on table interpreter_booking is 'One meeting for which an interpreter is wanted: for whom, what was asked for, what came of it. How it stands follows from its times and is not stored.';
comment on column interpreter_booking.person_id is 'The one the meeting is about; null for a meeting of a group. Others who are there with her are in interpreter_booking_person.';
comment on column interpreter_booking.ground is 'Why the meeting was held without a qualified interpreter: tolkeloven § 7 second paragraph, § 6, or for a child § 4.';
comment on column interpreter_booking.category is 'The category of the National Register of Interpreters, A to E; none where she is not in it; null where it was not told.';

create table interpreter_booking_person (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  booking_id uuid not null,
  person_id uuid not null,
  constraint interpreter_booking_person_pkey primary key (municipality_id, id),
  constraint interpreter_booking_person_booking foreign key (municipality_id, booking_id) references interpreter_booking (municipality_id, id),
  constraint interpreter_booking_person_once unique (municipality_id, booking_id, person_id));
call app.fence_about_person('interpreter_booking_person');
revoke update on interpreter_booking_person from app_staff;
comment on table interpreter_booking_person is 'Others who are in the meeting beside the one it is about: a spouse, a mother.';

-- her own: what is about her, what she is in with somebody, and what her class has
create policy own on interpreter_booking for select to app_participant
  using (asked_at is not null and (person_id = (select app.person())
    or exists (select from interpreter_booking_person o where o.municipality_id = interpreter_booking.municipality_id and o.booking_id = interpreter_booking.id)
    or exists (select from activity_participant t where t.municipality_id = interpreter_booking.municipality_id and t.activity_id = interpreter_booking.activity_id
      and interpreter_booking.on_day between t.from_date and coalesce(t.to_date, interpreter_booking.on_day))));
create policy meets on account for select to app_participant
  using (exists (select from interpreter_booking b where b.municipality_id = account.municipality_id and b.meets_id = account.id));

create table unwanted_interpreter (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  name text not null,
  constraint unwanted_interpreter_pkey primary key (municipality_id, id),
  constraint unwanted_interpreter_name check (char_length(name) between 2 and 120));
call app.fence_about_person('unwanted_interpreter');
revoke update on unwanted_interpreter from app_staff;
comment on table unwanted_interpreter is 'An interpreter a participant does not want, by name alone: she owes nobody a ground.';

create table interpreter_question (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  body text not null,
  asked_by text not null,
  account_id uuid not null default app.actor(),
  asked_on date not null,
  answered_on date,
  booking_id uuid,
  constraint interpreter_question_pkey primary key (municipality_id, id),
  constraint interpreter_question_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint interpreter_question_booking foreign key (municipality_id, booking_id) references interpreter_booking (municipality_id, id),
  constraint interpreter_question_length check (char_length(body) between 1 and 500),
  constraint interpreter_question_asked_by check (asked_by in ('staff', 'participant')),
  constraint interpreter_question_answered check (booking_id is null or answered_on is not null));
create index interpreter_question_open on interpreter_question (municipality_id, person_id) where answered_on is null;
call app.fence_about_person('interpreter_question');
create policy ask on interpreter_question for insert to app_participant
  with check (person_id = (select app.person()) and asked_by = 'participant' and account_id = (select app.actor()) and answered_on is null and (select app.agreement()) is null);
create policy change on interpreter_question for update to app_participant
  using (person_id = (select app.person()) and asked_by = 'participant' and answered_on is null and (select app.agreement()) is null)
  with check (person_id = (select app.person()) and asked_by = 'participant' and answered_on is null);
create policy remove on interpreter_question for delete to app_participant
  using (person_id = (select app.person()) and asked_by = 'participant' and answered_on is null and (select app.agreement()) is null);
grant insert, delete, update (body, version) on interpreter_question to app_participant;
comment on table interpreter_question is 'What somebody wants to ask when there is an interpreter. Open ones belong to the next slot, whichever it is, so that none is lost when a meeting is not.';

-- Two persons made one are in a meeting once.
create function app.settle_interpreters(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or cardinality(app.seen(array[keep, gone])) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  delete from interpreter_booking_person x where x.municipality_id = app.municipality() and x.person_id in (keep, gone)
    and (exists (select from interpreter_booking b where b.municipality_id = x.municipality_id and b.id = x.booking_id and b.person_id in (keep, gone))
      or (x.person_id = gone and exists (select from interpreter_booking_person o where o.municipality_id = x.municipality_id and o.booking_id = x.booking_id and o.person_id = keep)));
end $$;
grant delete on interpreter_booking_person to app_merge;
alter function app.settle_interpreters(uuid, uuid) owner to app_merge;
revoke all on function app.settle_interpreters(uuid, uuid) from public;
grant execute on function app.settle_interpreters(uuid, uuid) to app_staff;
