-- Roads from assistant to trade certificate: the municipality's own catalogue, and where one person is on the road chosen with her.
create table trade_path (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  trade text not null,
  occupation_code text not null,
  start_code text,
  form text not null,
  steps jsonb not null,
  requirements text,
  usual_months integer,
  adaptations text,
  paid_by text,
  ask text,
  unconfirmed text,
  confirmed_on date,
  confirmed_with text,
  is_active boolean not null default true,
  constraint trade_path_pkey primary key (municipality_id, id),
  constraint trade_path_once unique (municipality_id, trade, form),
  constraint trade_path_occupation check (occupation_code ~ '^[0-9]{4}$'),
  constraint trade_path_start check (start_code ~ '^[0-9]{4}$'),
  constraint trade_path_form check (form in ('apprentice', 'on_the_job', 'practice_candidate', 'modules', 'training_candidate')),
  constraint trade_path_months check (usual_months between 1 and 120),
  constraint trade_path_confirmed check ((confirmed_on is null) = (confirmed_with is null)));
call app.fence('trade_path');
create policy staff on trade_path to app_staff using (true);
create policy reading on trade_path for select to app_participant using (true);
grant select, insert, update on trade_path to app_staff;
grant select on trade_path to app_participant;
comment on table trade_path is 'A road to a trade certificate in one form (KAR-07): the municipality''s own, with what is still to be confirmed with the county. No personal data.';
comment on column trade_path.steps is 'In order, by src/domains/competence/paths/path.schema.ts.';
comment on column trade_path.unconfirmed is 'What counties decide differently and has not been asked here. Shown until somebody has confirmed it.';

create table person_path (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  path_id uuid not null,
  chosen_on date not null,
  steps_done jsonb not null default '[]',
  note text,
  ended_on date,
  constraint person_path_pkey primary key (municipality_id, id),
  constraint person_path_path foreign key (municipality_id, path_id) references trade_path (municipality_id, id),
  constraint person_path_ended check (ended_on is null or ended_on >= chosen_on));
call app.fence_about_person('person_path');
comment on table person_path is 'The road chosen with one person, and which steps were noted as done. What follows from her competence is computed, not stored. The newest that has not ended is hers now.';
