-- Openings: practice places the municipality has agreed with an employer, and vacancies from Nav's feed.
create table opening (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  source text not null default 'own',
  external_id uuid,
  employer_id uuid,
  employer_name text,
  title text not null,
  occupation_code text,
  tasks text,
  advert_html text,
  link text,
  seats integer not null default 1,
  from_date date,
  to_date date,
  apply_until date,
  apply_until_text text,
  expires_at timestamptz,
  schedule jsonb not null default '[]',
  hours_per_week numeric(4,1),
  extent text,
  postcode text,
  place text,
  supervisor_contact_id uuid,
  physical_demands text[] not null default '{}',
  transport_note text,
  reachable_by text[] not null default '{}',
  is_open_to_participants boolean not null default false,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  updated_at timestamptz not null default now(),
  constraint opening_pkey primary key (municipality_id, id),
  constraint opening_external_once unique (municipality_id, source, external_id),
  constraint opening_kind check (kind in ('practice_place', 'vacancy')),
  constraint opening_source check (source in ('own', 'nav')),
  constraint opening_seats check (seats > 0),
  constraint opening_period check (to_date is null or from_date is null or to_date >= from_date),
  constraint opening_extent check (extent in ('full_time', 'part_time', 'both')),
  constraint opening_physical_demands check (physical_demands <@ '{heavy_lifting,standing_all_day,sitting_all_day,heights,cold,heat,dust,strong_smells,noise,night,screen_work,fine_motor}'::text[]),
  constraint opening_reachable_by check (reachable_by <@ '{walk,bicycle,bus,train,car}'::text[]),
  constraint opening_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint opening_occupation foreign key (municipality_id, occupation_code) references occupation (municipality_id, code),
  constraint opening_supervisor foreign key (municipality_id, supervisor_contact_id) references employer_contact (municipality_id, id));
create index opening_by_employer on opening (municipality_id, employer_id);
create index opening_live on opening (municipality_id, kind) where withdrawn_at is null;
call app.fence('opening');
create policy staff on opening to app_staff using (true);
create policy open_ones on opening for select to app_participant using (is_open_to_participants and withdrawn_at is null);
grant select, insert, update on opening to app_staff;
grant select on opening to app_participant;
comment on table opening is 'A practice place or a vacancy. Whether it is open today is derived: withdrawn, expired, full.';
comment on column opening.is_open_to_participants is 'Participants may see it and apply by themselves.';

create table opening_demand (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  opening_id uuid not null,
  kind text not null,
  is_required boolean not null,
  skill text,
  level text,
  name text,
  sentence text,
  statutory_basis text,
  constraint opening_demand_pkey primary key (municipality_id, id),
  constraint opening_demand_opening foreign key (municipality_id, opening_id) references opening (municipality_id, id),
  constraint opening_demand_kind check (kind in ('norwegian', 'language', 'driving_licence', 'certificate', 'skill', 'experience')),
  constraint opening_demand_level check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
  constraint opening_demand_skill check (skill in ('listening', 'reading', 'spoken_interaction', 'spoken_production', 'writing')),
  constraint opening_demand_language check (kind <> 'norwegian' or (skill is not null and level is not null)),
  constraint opening_demand_named check (kind in ('norwegian', 'experience') or name is not null));
create index opening_demand_by_opening on opening_demand (municipality_id, opening_id);
call app.fence('opening_demand');
create policy staff on opening_demand to app_staff using (true);
create policy reading on opening_demand for select to app_participant
  using (exists (select from opening o where o.municipality_id = opening_demand.municipality_id and o.id = opening_id));
grant select, insert, update, delete on opening_demand to app_staff;
grant select on opening_demand to app_participant;
comment on table opening_demand is 'What an opening asks: required or wished. Language per skill, with the sentence from the work (EMP-06). name: language code, licence class, certificate, skill; statutory_basis: the paragraph, where the law and not habit asks.';
