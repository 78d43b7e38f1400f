-- The meeting day: job fair, speed interviews, reversed speed-date. Who meets whom at which table, before, on and after the day.
-- A guest is a number. Who she is stands apart, behind the fence about that person: whoever may not see her still plans the whole day.
create function app.meeting_day() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.meeting_day_id', true), '')::uuid $$;
create function app.meeting_employer() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.meeting_employer_id', true), '')::uuid $$;
create function app.meeting_guest() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.meeting_guest_id', true), '')::uuid $$;
comment on function app.meeting_day is 'The meeting day a mailed link is about. Set by the pipeline from the link, never from input.';

create table meeting_day (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  title text not null,
  on_date date not null,
  place text not null,
  address text,
  rounds text[] not null,
  office text not null,
  run_for text[] not null default '{}',
  open_to text not null default 'own',
  who_may_come text,
  reply_by date,
  state text not null default 'draft',
  plan_value integer,
  plan_bound integer,
  plan_seed integer,
  planned_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  created_by uuid not null default app.actor(),
  constraint meeting_day_pkey primary key (municipality_id, id),
  constraint meeting_day_created_by foreign key (municipality_id, created_by) references account (municipality_id, id),
  constraint meeting_day_kind check (kind in ('job_fair', 'speed_interviews', 'reversed_speed_date')),
  constraint meeting_day_open_to check (open_to in ('own', 'all_jobseekers')),
  constraint meeting_day_state check (state in ('draft', 'invited', 'planned', 'live', 'closed')),
  constraint meeting_day_rounds check (cardinality(rounds) between 1 and 60),
  constraint meeting_day_plan check (num_nonnulls(plan_value, plan_bound, planned_at) in (0, 3)),
  constraint meeting_day_bound check (plan_value <= plan_bound),
  constraint meeting_day_replies_before check (reply_by <= on_date));
create index meeting_day_by_date on meeting_day (municipality_id, on_date);
call app.fence('meeting_day');
create policy staff on meeting_day to app_staff using (true);
create policy of_link on meeting_day for select to app_participant, app_employer using (id = (select app.meeting_day()));
grant select, insert, update on meeting_day to app_staff;
grant select on meeting_day to app_participant, app_employer;
comment on table meeting_day is 'A day on which employers and participants meet by the clock. May be run by one office for several municipalities (TIL-12).';
comment on column meeting_day.rounds is 'Each round as HH:MM-HH:MM, in order; what lies between two is a break.';
comment on column meeting_day.run_for is 'The municipalities it is run for, by name as written.';
comment on column meeting_day.plan_bound is 'What no plan could have exceeded: shown beside the value of the plan.';

create table meeting_room (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  day_id uuid not null,
  name text not null,
  picture text not null,
  x_metres integer not null default 0,
  y_metres integer not null default 0,
  tables integer,
  constraint meeting_room_pkey primary key (municipality_id, id),
  constraint meeting_room_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_room_once unique (municipality_id, day_id, name),
  constraint meeting_room_picture check (picture in ('sun', 'star', 'tree', 'boat', 'fish', 'flower', 'house', 'mountain', 'key', 'cup')),
  constraint meeting_room_where check (x_metres between -2000 and 2000 and y_metres between -2000 and 2000),
  constraint meeting_room_tables check (tables between 1 and 200));
call app.fence('meeting_room');
create policy staff on meeting_room to app_staff using (true);
create policy of_link on meeting_room for select to app_participant, app_employer using (day_id = (select app.meeting_day()));
grant select, insert, update, delete on meeting_room to app_staff;
grant select on meeting_room to app_participant, app_employer;
comment on table meeting_room is 'A room of the day: its name, the picture on its door for those who do not read, and where it is, so that walks are short.';
comment on column meeting_room.tables is 'How many tables may be in use at once; null where nothing limits it but the employers'' own.';

create table meeting_employer (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  day_id uuid not null,
  employer_id uuid,
  name text not null,
  offers text,
  contact_name text,
  contact_email text,
  contact_phone text,
  tables integer not null default 1,
  room_id uuid,
  most integer,
  from_time time,
  to_time time,
  reply text not null default 'not_asked',
  reply_channel text,
  replied_at timestamptz,
  reply_note text,
  notes text,
  came_at timestamptz,
  late_until time,
  left_at time,
  thanked_at timestamptz,
  constraint meeting_employer_pkey primary key (municipality_id, id),
  constraint meeting_employer_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_employer_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint meeting_employer_room foreign key (municipality_id, room_id) references meeting_room (municipality_id, id),
  constraint meeting_employer_once unique (municipality_id, day_id, employer_id),
  constraint meeting_employer_tables check (tables between 1 and 50),
  constraint meeting_employer_most check (most between 1 and 500),
  constraint meeting_employer_present check (from_time < to_time),
  constraint meeting_employer_reply check (reply in ('not_asked', 'invited', 'yes', 'no', 'later')),
  constraint meeting_employer_reply_channel check (reply_channel in ('link', 'phone', 'mail', 'in_person')));
create index meeting_employer_by_day on meeting_employer (municipality_id, day_id);
call app.fence('meeting_employer');
create policy staff on meeting_employer to app_staff using (true);
-- an employer reads of itself alone, a wall and a participant of all who come
create policy of_link on meeting_employer for select to app_employer
  using (day_id = (select app.meeting_day()) and (id = (select app.meeting_employer()) or (select app.meeting_employer()) is null));
create policy answer on meeting_employer for update to app_employer using (id = (select app.meeting_employer()));
create policy of_link_guest on meeting_employer for select to app_participant using (day_id = (select app.meeting_day()) and reply <> 'no');
grant select, insert, update, delete on meeting_employer to app_staff;
grant select, update (version, offers, contact_name, contact_phone, tables, from_time, to_time, reply, reply_channel, replied_at, reply_note, notes) on meeting_employer to app_employer;
grant select (municipality_id, id, day_id, employer_id, name, offers, tables, room_id, from_time, to_time, reply, late_until, left_at) on meeting_employer to app_participant;
comment on table meeting_employer is 'An employer at a meeting day: one of the register, or one known by name alone.';
comment on column meeting_employer.offers is 'What it looks for, in words participants read.';
comment on column meeting_employer.notes is 'What it wants to have before it when it meets people: prepared questions.';

create table meeting_opening (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  meeting_employer_id uuid not null,
  opening_id uuid not null,
  constraint meeting_opening_pkey primary key (municipality_id, id),
  constraint meeting_opening_employer foreign key (municipality_id, meeting_employer_id) references meeting_employer (municipality_id, id),
  constraint meeting_opening_opening foreign key (municipality_id, opening_id) references opening (municipality_id, id),
  constraint meeting_opening_once unique (municipality_id, meeting_employer_id, opening_id));
call app.fence('meeting_opening');
create policy staff on meeting_opening to app_staff using (true);
grant select, insert, delete on meeting_opening to app_staff;
comment on table meeting_opening is 'The openings an employer brings to a meeting day.';

create table meeting_guest (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  day_id uuid not null,
  number integer not null,
  is_ours boolean not null,
  shown_name text,
  introduction text,
  comes_from text,
  language text,
  locale text not null default 'nb',
  from_time time,
  to_time time,
  least integer not null default 0,
  most integer not null default 60,
  reply text not null default 'not_asked',
  reply_channel text,
  replied_at timestamptz,
  came_at timestamptz,
  no_show_at timestamptz,
  late_until time,
  left_at time,
  thanked_at timestamptz,
  constraint meeting_guest_pkey primary key (municipality_id, id),
  constraint meeting_guest_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_guest_number_once unique (municipality_id, day_id, number),
  constraint meeting_guest_number check (number between 1 and 99999),
  constraint meeting_guest_amount check (least between 0 and 60 and most between 1 and 60 and least <= most),
  constraint meeting_guest_present check (from_time < to_time),
  constraint meeting_guest_came_or_not check (came_at is null or no_show_at is null),
  constraint meeting_guest_reply check (reply in ('not_asked', 'invited', 'yes', 'no', 'later')),
  constraint meeting_guest_reply_channel check (reply_channel in ('link', 'own_pages', 'phone', 'mail', 'in_person')));
create index meeting_guest_by_day on meeting_guest (municipality_id, day_id);
call app.fence('meeting_guest');
comment on table meeting_guest is 'One who is to meet employers, as a number. Who she is stands in meeting_guest_person; other jobseekers are counted without a case (TIL-12).';
comment on column meeting_guest.number is 'Drawn, not an order: nobody reads from it who was asked first.';
comment on column meeting_guest.shown_name is 'Her given name, only with her yes to employers seeing it.';
comment on column meeting_guest.introduction is 'What she wants employers to read of her, in her own words.';
comment on column meeting_guest.language is 'The language she wants an interpreter in; null for none.';

create table meeting_guest_person (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  guest_id uuid not null,
  day_id uuid not null,
  person_id uuid not null,
  constraint meeting_guest_person_pkey primary key (municipality_id, id),
  constraint meeting_guest_person_guest foreign key (municipality_id, guest_id) references meeting_guest (municipality_id, id),
  constraint meeting_guest_person_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_guest_person_one unique (municipality_id, guest_id),
  constraint meeting_guest_person_once unique (municipality_id, day_id, person_id));
call app.fence_about_person('meeting_guest_person');
revoke update on meeting_guest_person from app_staff;
comment on table meeting_guest_person is 'Which of our participants a guest is. Behind the fence about her.';

create policy staff on meeting_guest to app_staff using (true);
create policy of_link on meeting_guest for select to app_employer using (day_id = (select app.meeting_day()));
create policy own on meeting_guest to app_participant
  using (id = (select app.meeting_guest()) or exists (select from meeting_guest_person p where p.municipality_id = meeting_guest.municipality_id and p.guest_id = meeting_guest.id and (select app.agreement()) is null));
grant select, insert, update, delete on meeting_guest to app_staff;
grant select (municipality_id, id, day_id, number, shown_name, introduction, language, reply, came_at, no_show_at, late_until, left_at) on meeting_guest to app_employer;
grant select, update (version, shown_name, introduction, language, from_time, to_time, reply, reply_channel, replied_at) on meeting_guest to app_participant;
-- her own day, once she is asked: its rooms, and who comes
create policy own on meeting_day for select to app_participant
  using (exists (select from meeting_guest g where g.municipality_id = meeting_day.municipality_id and g.day_id = meeting_day.id and g.reply <> 'not_asked'));
create policy own on meeting_room for select to app_participant using (exists (select from meeting_day d where d.municipality_id = meeting_room.municipality_id and d.id = day_id));
create policy own on meeting_employer for select to app_participant
  using (reply <> 'no' and exists (select from meeting_day d where d.municipality_id = meeting_employer.municipality_id and d.id = day_id));

create table meeting_wish (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  day_id uuid not null,
  guest_id uuid not null,
  meeting_employer_id uuid not null,
  by_guest integer not null default 0,
  by_employer integer not null default 0,
  constraint meeting_wish_pkey primary key (municipality_id, id),
  constraint meeting_wish_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_wish_guest foreign key (municipality_id, guest_id) references meeting_guest (municipality_id, id),
  constraint meeting_wish_employer foreign key (municipality_id, meeting_employer_id) references meeting_employer (municipality_id, id),
  constraint meeting_wish_once unique (municipality_id, guest_id, meeting_employer_id),
  constraint meeting_wish_by_guest check (by_guest between -1 and 3),
  constraint meeting_wish_by_employer check (by_employer between -1 and 3));
create index meeting_wish_by_day on meeting_wish (municipality_id, day_id);
call app.fence('meeting_wish');
create policy staff on meeting_wish to app_staff using (true);
create policy of_link on meeting_wish to app_employer using (meeting_employer_id = (select app.meeting_employer())) with check (meeting_employer_id = (select app.meeting_employer()) and day_id = (select app.meeting_day()));
create policy own on meeting_wish to app_participant
  using (exists (select from meeting_guest g where g.municipality_id = meeting_wish.municipality_id and g.id = guest_id and g.day_id = meeting_wish.day_id));
grant select, insert, update, delete on meeting_wish to app_staff;
-- neither side reads what the other wished
grant select (municipality_id, id, day_id, guest_id, meeting_employer_id, by_employer), insert (municipality_id, id, day_id, guest_id, meeting_employer_id, by_employer), update (by_employer) on meeting_wish to app_employer;
grant select (municipality_id, id, day_id, guest_id, meeting_employer_id, by_guest), insert (municipality_id, id, day_id, guest_id, meeting_employer_id, by_guest), update (by_guest) on meeting_wish to app_participant;
comment on table meeting_wish is 'How much a guest wants to meet an employer and the other way round: 0 says nothing, 1 to 3 gladly, -1 no. Neither reads the other''s.';

create table meeting_interpreter (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  day_id uuid not null,
  name text not null,
  supplier_id uuid,
  booking_id uuid,
  languages text[] not null,
  from_time time,
  to_time time,
  late_until time,
  left_at time,
  constraint meeting_interpreter_pkey primary key (municipality_id, id),
  constraint meeting_interpreter_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_interpreter_supplier foreign key (municipality_id, supplier_id) references interpreter_supplier (municipality_id, id),
  constraint meeting_interpreter_booking foreign key (municipality_id, booking_id) references interpreter_booking (municipality_id, id),
  constraint meeting_interpreter_present check (from_time < to_time),
  constraint meeting_interpreter_languages check (cardinality(languages) between 1 and 20));
create index meeting_interpreter_by_day on meeting_interpreter (municipality_id, day_id);
call app.fence('meeting_interpreter');
create policy staff on meeting_interpreter to app_staff using (true);
create policy of_link on meeting_interpreter for select to app_participant, app_employer using (day_id = (select app.meeting_day()));
create policy own on meeting_interpreter for select to app_participant using (exists (select from meeting_day d where d.municipality_id = meeting_interpreter.municipality_id and d.id = day_id));
grant select, insert, update, delete on meeting_interpreter to app_staff;
grant select (municipality_id, id, day_id, name, languages) on meeting_interpreter to app_participant, app_employer;
comment on table meeting_interpreter is 'An interpreter who is there on the day, in which languages and when. May come from a booking.';

create table meeting_slot (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  day_id uuid not null,
  guest_id uuid not null,
  meeting_employer_id uuid not null,
  round integer not null,
  table_number integer not null,
  room_id uuid,
  interpreter_id uuid,
  fixed boolean not null default false,
  state text not null default 'planned',
  moved_at timestamptz,
  constraint meeting_slot_pkey primary key (municipality_id, id),
  constraint meeting_slot_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_slot_guest foreign key (municipality_id, guest_id) references meeting_guest (municipality_id, id),
  constraint meeting_slot_employer foreign key (municipality_id, meeting_employer_id) references meeting_employer (municipality_id, id),
  constraint meeting_slot_room foreign key (municipality_id, room_id) references meeting_room (municipality_id, id),
  constraint meeting_slot_interpreter foreign key (municipality_id, interpreter_id) references meeting_interpreter (municipality_id, id),
  constraint meeting_slot_state check (state in ('planned', 'held', 'not_held', 'moved')),
  constraint meeting_slot_round check (round between 0 and 59),
  constraint meeting_slot_table check (table_number between 1 and 50));
create index meeting_slot_by_day on meeting_slot (municipality_id, day_id);
-- nobody is in two places, no table has two meetings, and a pair meets once: whatever is changed on the day
create unique index meeting_slot_guest_free on meeting_slot (municipality_id, day_id, guest_id, round) where state in ('planned', 'held');
create unique index meeting_slot_table_free on meeting_slot (municipality_id, meeting_employer_id, table_number, round) where state in ('planned', 'held');
create unique index meeting_slot_pair_once on meeting_slot (municipality_id, guest_id, meeting_employer_id) where state in ('planned', 'held');
create unique index meeting_slot_interpreter_free on meeting_slot (municipality_id, interpreter_id, round) where state in ('planned', 'held') and interpreter_id is not null;
call app.fence('meeting_slot');
create policy staff on meeting_slot to app_staff using (true);
create policy of_link on meeting_slot for select to app_employer
  using (day_id = (select app.meeting_day()) and (meeting_employer_id = (select app.meeting_employer()) or (select app.meeting_employer()) is null));
create policy own on meeting_slot for select to app_participant
  using (exists (select from meeting_guest g where g.municipality_id = meeting_slot.municipality_id and g.id = guest_id));
grant select, insert, update, delete on meeting_slot to app_staff;
grant select on meeting_slot to app_participant, app_employer;
comment on table meeting_slot is 'One meeting by the clock: guest, employer, round (from 0), table. moved is where it was before a change on the day.';

create table meeting_outcome (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  day_id uuid not null,
  guest_id uuid not null,
  meeting_employer_id uuid not null,
  score integer,
  score_at timestamptz,
  note text,
  note_at timestamptz,
  employer_again boolean,
  employer_again_at timestamptz,
  guest_again boolean,
  guest_again_at timestamptz,
  offer text,
  offer_at timestamptz,
  came_of_it text,
  second_on date,
  agreement_id uuid,
  presentation_id uuid,
  constraint meeting_outcome_pkey primary key (municipality_id, id),
  constraint meeting_outcome_day foreign key (municipality_id, day_id) references meeting_day (municipality_id, id),
  constraint meeting_outcome_guest foreign key (municipality_id, guest_id) references meeting_guest (municipality_id, id),
  constraint meeting_outcome_employer foreign key (municipality_id, meeting_employer_id) references meeting_employer (municipality_id, id),
  constraint meeting_outcome_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint meeting_outcome_presentation foreign key (municipality_id, presentation_id) references presentation (municipality_id, id),
  constraint meeting_outcome_once unique (municipality_id, guest_id, meeting_employer_id),
  constraint meeting_outcome_score check (score between 1 and 3),
  constraint meeting_outcome_offer check (offer in ('none', 'visit', 'practice', 'job')),
  constraint meeting_outcome_came check (came_of_it in ('second_meeting', 'practice', 'job', 'nothing')),
  constraint meeting_outcome_note check (char_length(note) <= 2000));
create index meeting_outcome_by_day on meeting_outcome (municipality_id, day_id);
call app.fence('meeting_outcome');
-- what an employer wrote of somebody we have is seen by those who may see her
create policy staff on meeting_outcome to app_staff using (exists (select from meeting_guest g where g.municipality_id = meeting_outcome.municipality_id and g.id = guest_id
  and (not g.is_ours or exists (select from meeting_guest_person p where p.municipality_id = g.municipality_id and p.guest_id = g.id))));
create policy of_link on meeting_outcome to app_employer using (meeting_employer_id = (select app.meeting_employer())) with check (meeting_employer_id = (select app.meeting_employer()) and day_id = (select app.meeting_day()));
create policy own on meeting_outcome to app_participant
  using (exists (select from meeting_guest g where g.municipality_id = meeting_outcome.municipality_id and g.id = guest_id and g.day_id = meeting_outcome.day_id));
grant select, insert, update on meeting_outcome to app_staff;
grant select (municipality_id, id, version, day_id, guest_id, meeting_employer_id, score, score_at, note, note_at, employer_again, employer_again_at, offer, offer_at),
  insert (municipality_id, id, day_id, guest_id, meeting_employer_id, score, score_at, note, note_at, employer_again, employer_again_at, offer, offer_at),
  update (version, score, score_at, note, note_at, employer_again, employer_again_at, offer, offer_at) on meeting_outcome to app_employer;
grant select (municipality_id, id, version, day_id, guest_id, meeting_employer_id, guest_again, guest_again_at),
  insert (municipality_id, id, day_id, guest_id, meeting_employer_id, guest_again, guest_again_at),
  update (version, guest_again, guest_again_at) on meeting_outcome to app_participant;
comment on table meeting_outcome is 'What became of one pair: what the employer tapped and wrote, whether both want to meet again, and what came of it.';
comment on column meeting_outcome.score_at is 'When it was tapped, by the clock of the device: of two writes the later one stands, whichever reaches us first.';

-- A mailed link may be about a meeting day: for an employer, a guest, or the wall.
alter table personal_link add column meeting_day_id uuid;
alter table personal_link add column meeting_employer_id uuid;
alter table personal_link add column meeting_guest_id uuid;
alter table personal_link add constraint personal_link_meeting_day foreign key (municipality_id, meeting_day_id) references meeting_day (municipality_id, id);
alter table personal_link add constraint personal_link_meeting_employer foreign key (municipality_id, meeting_employer_id) references meeting_employer (municipality_id, id);
alter table personal_link add constraint personal_link_meeting_guest foreign key (municipality_id, meeting_guest_id) references meeting_guest (municipality_id, id);
alter table personal_link drop constraint personal_link_about_one;
alter table personal_link add constraint personal_link_about_one check (num_nonnulls(agreement_id, plan_id, meeting_day_id) = 1);
alter table personal_link drop constraint personal_link_purpose;
alter table personal_link add constraint personal_link_purpose check (purpose in ('approve', 'evaluate', 'sign_plan', 'see_tasks', 'meet_guests', 'meet_employers', 'meeting_wall'));
alter table personal_link add constraint personal_link_meeting check (
  (purpose in ('meet_guests', 'meet_employers', 'meeting_wall')) = (meeting_day_id is not null)
  and (purpose = 'meet_guests') = (meeting_employer_id is not null) and (purpose = 'meet_employers') = (meeting_guest_id is not null));
comment on column personal_link.email is 'Empty for a link to a meeting day that was given by hand, not mailed.';
grant select (meeting_day_id, meeting_employer_id, meeting_guest_id) on personal_link to app_participant, app_employer;
comment on table personal_link is 'A mailed way in for one party to one agreement or one plan, single use; or to one meeting day, open until it is over. Expiring, revocable. Only the hash of the token is kept.';

drop function app.find_link(bytea);
create function app.find_link(hash bytea) returns table (
  municipality_id uuid, id uuid, purpose text, party text, agreement_id uuid, plan_id uuid, meeting_day_id uuid, meeting_employer_id uuid, meeting_guest_id uuid, person_id uuid, locale text,
  expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select l.municipality_id, l.id, l.purpose, l.party, l.agreement_id, l.plan_id, l.meeting_day_id, l.meeting_employer_id, l.meeting_guest_id, l.person_id, l.locale, l.expires_at, l.used_at, l.revoked_at
  from personal_link l where l.token_hash = hash $$;
alter function app.find_link(bytea) owner to app_gate;
revoke all on function app.find_link(bytea) from public;
grant execute on function app.find_link(bytea) to fotfeste_portal;

-- Two persons made one come once: the second number stays, without a person, and has said no.
create function app.settle_meetings(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or cardinality(app.seen(array[keep, gone])) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  with doubled as (delete from meeting_guest_person x using meeting_guest_person o where x.municipality_id = app.municipality() and o.municipality_id = x.municipality_id
    and o.day_id = x.day_id and x.person_id = gone and o.person_id = keep returning x.guest_id)
  update meeting_guest g set reply = 'no', version = version + 1 from doubled d where g.municipality_id = app.municipality() and g.id = d.guest_id;
end $$;
grant delete on meeting_guest_person to app_merge;
grant select, update on meeting_guest to app_merge;
alter function app.settle_meetings(uuid, uuid) owner to app_merge;
revoke all on function app.settle_meetings(uuid, uuid) from public;
grant execute on function app.settle_meetings(uuid, uuid) to app_staff;

-- Whose names an employer is shown, for the log of each of them alone: its pages carry no id of a person.
create function app.shown_at_meeting(guests uuid[]) returns uuid[] language sql stable security definer set search_path = public, app, pg_temp as $$
  select coalesce(array_agg(distinct p.person_id), '{}') from meeting_guest_person p
  where p.municipality_id = app.municipality() and p.day_id = app.meeting_day() and p.guest_id = any (guests) $$;
grant select on meeting_guest_person to app_gate;
alter function app.shown_at_meeting(uuid[]) owner to app_gate;
revoke all on function app.shown_at_meeting(uuid[]) from public;
grant execute on function app.shown_at_meeting(uuid[]) to app_employer, app_participant;
