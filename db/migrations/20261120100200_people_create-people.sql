-- Persons and what is known of them. Three compartments have an access ground of their own from the start:
-- national numbers, protected addresses, health.
create table person (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  given_name text not null,
  family_name text not null,
  search_name text not null generated always as (app.fold(given_name || ' ' || family_name)) stored,
  birth_date date,
  gender text,
  country text,
  phone text,
  email text,
  first_language text,
  other_languages text[] not null default '{}',
  interpreter_language text,
  contact_locale text not null default 'nb',
  arrival_category text,
  settled_on date,
  permit_until date,
  status text not null default 'settled',
  address_protection text not null default 'none',
  adviser_id uuid,
  note text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint person_pkey primary key (municipality_id, id),
  constraint person_adviser foreign key (municipality_id, adviser_id) references account (municipality_id, id),
  constraint person_gender check (gender in ('female', 'male', 'other')),
  constraint person_country check (country ~ '^[A-Z]{2}$'),
  constraint person_arrival_category check (arrival_category in ('resettlement_refugee', 'asylum', 'humanitarian', 'collective_protection',
    'family_reunification', 'family_establishment', 'unaccompanied_minor', 'other')),
  constraint person_status check (status in ('settled', 'in_programme', 'in_work', 'in_education', 'moved', 'ended')),
  constraint person_address_protection check (address_protection in ('none', 'confidential', 'strictly_confidential')));
create index person_search on person using gin (municipality_id, search_name gin_trgm_ops);
create index person_by_name on person (municipality_id, family_name, given_name, id);
create index person_by_adviser on person (municipality_id, adviser_id);
create index person_by_birth on person (municipality_id, birth_date);
call app.fence('person');
create policy staff on person to app_staff
  using (address_protection <> 'strictly_confidential' or (select app.has_ground('protected_address')));
create policy own on person for select to app_participant using (id = (select app.person()));
create policy presented on person for select to app_employer using (id = (select app.person()));
grant select, insert, update on person to app_staff;
grant select on person to app_participant, app_search;
grant select (municipality_id, id, given_name, family_name, contact_locale) on person to app_employer;
comment on table person is 'One person. Strictly confidential persons exist only for those with the ground protected_address.';
comment on column person.other_languages is 'Languages she speaks beside the first one, by code.';
comment on column person.permit_until is 'End of the permit where it is time-limited (PLA-19): warns the adviser, never a criterion.';
alter table account add constraint account_person foreign key (municipality_id, person_id) references person (municipality_id, id);
-- A participant's account and the links mailed to her carry her name and address: hidden together with her.
create policy of_person on account as restrictive to app_staff using (person_id is null or exists (select from person p where p.id = person_id));
create policy of_person on personal_link as restrictive to app_staff using (person_id is null or exists (select from person p where p.id = person_id));

-- Who may see a row about a person is asked of the person, in one place. The fence of person adds the municipality: said twice,
-- PostgreSQL would believe in so few rows that it may take another index than the one by id.
create procedure app.fence_about_person(target regclass) language plpgsql as $$ begin
  call app.fence(target);
  execute format('create policy staff on %s to app_staff using (exists (select from person p where p.id = %1$s.person_id))', target);
  execute format('create policy own on %s for select to app_participant using (person_id = (select app.person()))', target);
  execute format('grant select, insert, update, delete on %s to app_staff', target);
  execute format('grant select on %s to app_participant', target);
  execute format('grant select, update on %s to app_merge', target);
  execute format('alter table %s add constraint %I foreign key (municipality_id, person_id) references person (municipality_id, id)', target, target || '_person');
  execute format('create index on %s (municipality_id, person_id)', target);
end $$;

create table person_number (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  kind text not null,
  number text not null,
  constraint person_number_pkey primary key (municipality_id, id),
  constraint person_number_once unique (municipality_id, kind, number),
  constraint person_number_kind check (kind in ('fnr', 'dnr', 'duf')));
call app.fence_about_person('person_number');
create policy ground on person_number as restrictive to app_staff using ((select app.has_ground('national_number')));
grant select (municipality_id, person_id, kind, number) on person_number to app_search;
comment on table person_number is 'National numbers, behind their own ground: a job broker works without them.';

create table person_address (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  street text,
  postcode text,
  place text,
  constraint person_address_pkey primary key (municipality_id, id),
  constraint person_address_one unique (municipality_id, person_id));
call app.fence_about_person('person_address');
create policy ground on person_address as restrictive to app_staff using ((select app.has_ground('protected_address'))
  or exists (select from person p where p.municipality_id = person_address.municipality_id and p.id = person_id and p.address_protection = 'none'));
comment on table person_address is 'Where a person lives. Protected addresses only with the ground protected_address.';

create table health_note (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  noted_on date not null,
  body text not null,
  consequence text,
  constraint health_note_pkey primary key (municipality_id, id));
call app.fence_about_person('health_note');
create policy ground on health_note as restrictive to app_staff using ((select app.has_ground('health')));
comment on table health_note is 'The health compartment. What others need is only the consequence, written into the practical frame without the reason.';

create table family_tie (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  relative_id uuid,
  relation text not null,
  relative_name text,
  relative_birth_year integer,
  constraint family_tie_pkey primary key (municipality_id, id),
  constraint family_tie_relative foreign key (municipality_id, relative_id) references person (municipality_id, id),
  constraint family_tie_relation check (relation in ('spouse', 'child', 'parent', 'sibling', 'guardian', 'other')),
  constraint family_tie_names_somebody check (relative_id is not null or relative_name is not null));
call app.fence_about_person('family_tie');
comment on table family_tie is 'Family as seen from person_id: relative is her spouse, child, parent …';

create table saved_view (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  account_id uuid not null default app.actor(),
  page text not null,
  name text not null,
  query jsonb not null,
  constraint saved_view_pkey primary key (municipality_id, id),
  constraint saved_view_name_once unique (municipality_id, account_id, page, name));
call app.fence('saved_view');
create policy own on saved_view to app_staff using (account_id = (select app.actor()));
grant select, insert, update, delete on saved_view to app_staff;
comment on table saved_view is 'A named filter of one colleague on one page.';

create table import_run (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  what text not null,
  file_name text not null,
  at timestamptz not null default now(),
  account_id uuid not null default app.actor(),
  created integer not null, changed integer not null, unchanged integer not null, refused integer not null,
  constraint import_run_pkey primary key (municipality_id, id),
  constraint import_run_what check (what in ('participants', 'employers', 'vacancies', 'occupations')));
call app.fence('import_run');
create policy staff on import_run to app_staff using (true);
grant select, insert on import_run to app_staff;
comment on table import_run is 'What was imported, by whom, with what result. Never the content of the file.';

-- Ids of people whose name contains `query`, those beginning with it first, and then, unless these fill a page, of those whose name
-- is near it. Found past the fence of row-level security, which would switch the index off; the caller reads the rows under the policy,
-- so protected people stay hidden. The plan is kept: planning took longer than finding.
create function app.find_person(query text, most integer) returns table (person_id uuid, nearness real)
language plpgsql stable security definer rows 50 set search_path = public, app, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_generic_plan as $$
declare here uuid := app.municipality(); folded text := app.fold(query); hits integer;
  part text := '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'; begin
  return query select t.id, (1 + (t.search_name like substr(part, 2))::int)::real from person t
    where t.municipality_id = here and t.search_name like part order by 2 desc, 1 limit most;
  get diagnostics hits = row_count;
  if hits >= 25 then return; end if;
  return query select t.id, word_similarity(folded, t.search_name) * 0.99::real from person t
    where t.municipality_id = here and folded <% t.search_name and t.search_name not like part order by 2 desc, 1 limit most - hits; end $$;
alter function app.find_person(text, integer) owner to app_search;
revoke all on function app.find_person(text, integer) from public;
grant execute on function app.find_person(text, integer) to app_staff;
