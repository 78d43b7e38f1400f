-- Scenarios of what could be otherwise, saved under a name and run on the facts of the day they are opened.
create table what_if_scenario (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit text not null,
  parts jsonb not null,
  saved_by uuid not null default app.actor(),
  saved_at timestamptz not null default now(),
  constraint what_if_scenario_pkey primary key (municipality_id, id),
  constraint what_if_scenario_name unique (municipality_id, name),
  constraint what_if_scenario_unit check (unit in ('kroner', 'points')),
  constraint what_if_scenario_saved_by foreign key (municipality_id, saved_by) references account (municipality_id, id));
call app.fence('what_if_scenario');
create policy staff on what_if_scenario to app_staff using (true);
grant select, insert, update, delete on what_if_scenario to app_staff;
comment on table what_if_scenario is 'A saved "what if": its parts by src/domains/matching/scenarios/what-if.schema.ts. No personal data: people are drawn anew each time, and results are not kept.';
