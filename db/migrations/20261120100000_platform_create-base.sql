-- Who is asking, the fence round every table, the audit log, and what the pipeline needs.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create schema app;
grant usage on schema app to app_staff, app_participant, app_employer, app_gate, app_search, fotfeste_worker;
grant usage on schema public to app_gate, app_search;
grant create on schema app to app_gate, app_search;

-- A missing setting is an error, never an empty answer.
create function app.municipality() returns uuid language sql stable parallel safe as $$ select current_setting('app.municipality_id')::uuid $$;
create function app.actor() returns uuid language sql stable parallel safe as $$ select current_setting('app.actor_id')::uuid $$;
create function app.actor_kind() returns text language sql stable parallel safe as $$ select current_setting('app.actor_kind') $$;
create function app.person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
create function app.agreement() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.agreement_id', true), '')::uuid $$;
create function app.has_ground(ground text) returns boolean language sql stable parallel safe as $$
  select ground = any (string_to_array(coalesce(current_setting('app.grounds', true), ''), ',')) $$;
comment on function app.has_ground is 'Access grounds beyond the role: national_number, protected_address, health. Set by the pipeline from the permissions.';

-- The same folding as src/shared/text.ts.
create function app.fold(value text) returns text language sql immutable strict parallel safe as $$
  select trim(regexp_replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(normalize(lower(value), nfd), '[\u0300-\u036f\u0610-\u061a\u064b-\u065f]', '', 'g'),
    'æ', 'ae'), 'ø', 'o'), 'đ', 'd'), 'ł', 'l'), 'ß', 'ss'), 'aa', 'a'), 'oe', 'o'), '\s+', ' ', 'g')) $$;

-- One line per table: nobody passes from one municipality to another, not even the owner of the table.
create procedure app.fence(target regclass) language plpgsql as $$ begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_municipality on %s as restrictive using (municipality_id = (select app.municipality()))', target);
  execute format('revoke all on %s from public', target);
end $$;

create table municipality (
  municipality_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  region text,
  theme jsonb not null default '{}',
  is_test boolean not null default false,
  settings jsonb not null default '{}',
  version integer not null default 1,
  constraint municipality_pkey primary key (municipality_id, id),
  constraint municipality_is_itself check (municipality_id = id),
  constraint municipality_number unique (number),
  constraint municipality_number_format check (number ~ '^[0-9]{4}$'));
call app.fence('municipality');
create policy staff on municipality to app_staff, app_participant, app_employer using (true);
grant select on municipality to app_staff, app_participant, app_employer, app_gate;
grant update (theme, settings, version) on municipality to app_staff;
comment on table municipality is 'The owner of all else. Its row is its own: municipality_id = id.';

create table audit_log (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null default app.actor(),
  actor_kind text not null default app.actor_kind(),
  operation text not null,
  subjects uuid[] not null default '{}',
  outcome text not null default 'done',
  detail jsonb,
  constraint audit_log_pkey primary key (municipality_id, id),
  constraint audit_log_outcome check (outcome in ('done', 'refused', 'forbidden')));
create index audit_log_subjects on audit_log using gin (subjects);
create index audit_log_changed on audit_log using gin ((detail->'changed') jsonb_path_ops) where detail ? 'changed';
create index audit_log_at on audit_log (municipality_id, at);
call app.fence('audit_log');
create policy write on audit_log for insert to app_staff, app_participant, app_employer
  with check (actor_id = (select app.actor()) and actor_kind = (select app.actor_kind()));
create policy read on audit_log for select to app_staff using (true);
create policy read_own on audit_log for select to app_participant using (app.person() = any (subjects));
grant insert on audit_log to app_staff, app_participant, app_employer;
grant select on audit_log to app_staff, app_participant;
comment on table audit_log is 'Who did or read what about whom. Append only: no role of the application may change or delete a row.';

create table answered_request (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  actor_id uuid not null default app.actor(),
  operation text not null,
  input_hash text not null,
  output jsonb,
  at timestamptz not null default now(),
  constraint answered_request_pkey primary key (municipality_id, id));
call app.fence('answered_request');
create policy own on answered_request to app_staff, app_participant, app_employer using (actor_id = (select app.actor()));
grant select, insert, update on answered_request to app_staff, app_participant, app_employer;
create policy clean on answered_request to fotfeste_worker using (true);
grant select, delete on answered_request to fotfeste_worker;
comment on table answered_request is 'Answers already given, by the id the client made: a retry gets the first answer instead of doing the work again. Kept for a day.';
