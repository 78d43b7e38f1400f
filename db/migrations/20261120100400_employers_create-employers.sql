-- Employers as registered, and the municipality's relation to them.
create table employer (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  org_number text not null,
  kind text not null,
  parent_org_number text,
  parent_id uuid,
  name text not null,
  search_name text not null generated always as (app.fold(name)) stored,
  org_form text,
  industry_code text,
  industry_text text,
  employees integer,
  street text,
  postcode text,
  place text,
  municipality_number text,
  status text not null default 'active',
  registered_on date,
  deleted_on date,
  checked_at timestamptz not null default now(),
  contact_account_id uuid,
  substitute_account_id uuid,
  seats_at_once integer,
  staff_asked_on date,
  not_when text,
  request_cap integer,
  full_until date,
  note text,
  constraint employer_pkey primary key (municipality_id, id),
  constraint employer_org_number_once unique (municipality_id, org_number),
  constraint employer_org_number_format check (org_number ~ '^[0-9]{9}$'),
  constraint employer_kind check (kind in ('enhet', 'underenhet')),
  constraint employer_status check (status in ('active', 'bankrupt', 'winding_up', 'deleted')),
  constraint employer_parent foreign key (municipality_id, parent_id) references employer (municipality_id, id),
  constraint employer_contact_account foreign key (municipality_id, contact_account_id) references account (municipality_id, id),
  constraint employer_substitute_account foreign key (municipality_id, substitute_account_id) references account (municipality_id, id));
create index employer_search on employer using gin (municipality_id, search_name gin_trgm_ops);
create index employer_by_parent on employer (municipality_id, parent_id);
create index employer_by_parent_org_number on employer (municipality_id, parent_org_number);
create index employer_by_name on employer (municipality_id, name, id);
call app.fence('employer');
create policy staff on employer to app_staff using (true);
create policy reading on employer for select to app_participant, app_employer using (true);
grant select, insert, update on employer to app_staff;
grant select (municipality_id, id, org_number, kind, parent_id, name, street, postcode, place, status) on employer to app_participant, app_employer;
grant select (municipality_id, id, search_name) on employer to app_search;
comment on table employer is 'A unit of Enhetsregisteret: main (enhet) or sub-unit (underenhet). Only active sub-units enter agreements.';
comment on column employer.parent_org_number is 'As the register says; parent_id follows once that unit is known here too.';
comment on column employer.employees is 'Null when the register has no number: missing is not none.';
comment on column employer.seats_at_once is 'How many at once, as the employer says (EMP-08).';

create table contact_handover (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  employer_id uuid not null,
  from_account_id uuid,
  to_account_id uuid,
  substitute_account_id uuid,
  on_date date not null,
  note text,
  constraint contact_handover_pkey primary key (municipality_id, id),
  constraint contact_handover_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint contact_handover_from foreign key (municipality_id, from_account_id) references account (municipality_id, id),
  constraint contact_handover_to foreign key (municipality_id, to_account_id) references account (municipality_id, id),
  constraint contact_handover_substitute foreign key (municipality_id, substitute_account_id) references account (municipality_id, id));
call app.fence('contact_handover');
create policy staff on contact_handover to app_staff using (true);
grant select, insert on contact_handover to app_staff;
comment on table contact_handover is 'Every change of the municipality''s contact person for an employer (EMP-02): a hand-over, never a silent swap.';

create table employer_contact (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  employer_id uuid not null,
  name text not null,
  title text,
  phone text,
  email text,
  is_supervisor boolean not null default false,
  supervises_at_once integer,
  is_active boolean not null default true,
  constraint employer_contact_pkey primary key (municipality_id, id),
  constraint employer_contact_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id));
create index employer_contact_by_employer on employer_contact (municipality_id, employer_id);
call app.fence('employer_contact');
create policy staff on employer_contact to app_staff using (true);
grant select, insert, update on employer_contact to app_staff;
grant select (municipality_id, id, employer_id, name, title) on employer_contact to app_participant, app_employer;
comment on table employer_contact is 'People at the employer: who signs, who supervises, whom to ring.';

create table need (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  employer_id uuid not null,
  talked_on date not null,
  channel text not null,
  account_id uuid not null default app.actor(),
  answers jsonb not null,
  confirmed_on date not null,
  constraint need_pkey primary key (municipality_id, id),
  constraint need_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint need_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint need_channel check (channel in ('visit', 'call', 'meeting', 'mail')));
create index need_by_employer on need (municipality_id, employer_id);
call app.fence('need');
create policy staff on need to app_staff using (true);
grant select, insert, update on need to app_staff;
comment on table need is 'The one-page guide of an employer''s need, written by the visitor (EMP-01).';

create table request (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  employer_id uuid not null,
  asked_by text not null,
  about text not null,
  seats integer not null default 1,
  asked_on date not null,
  account_id uuid not null default app.actor(),
  answer text not null default 'open',
  answered_on date,
  answer_note text,
  joined_into uuid,
  constraint request_pkey primary key (municipality_id, id),
  constraint request_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint request_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint request_joined foreign key (municipality_id, joined_into) references request (municipality_id, id),
  constraint request_asked_by check (asked_by in ('refugee_service', 'nav', 'measure_organiser', 'adult_education', 'lower_secondary', 'upper_secondary', 'students', 'other')),
  constraint request_answer check (answer in ('open', 'yes', 'no', 'later', 'joined', 'withdrawn')));
create index request_by_employer on request (municipality_id, employer_id);
call app.fence('request');
create policy staff on request to app_staff using (true);
grant select, insert, update on request to app_staff;
comment on table request is 'The request ledger (EMP-03): who asked this employer for what. No candidate is named.';

create table initiative (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  employer_id uuid not null,
  wording text not null,
  received_on date not null,
  owner_id uuid not null,
  answer_due date not null,
  outcome text not null default 'open',
  outcome_note text,
  answered_on date,
  constraint initiative_pkey primary key (municipality_id, id),
  constraint initiative_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint initiative_owner foreign key (municipality_id, owner_id) references account (municipality_id, id),
  constraint initiative_outcome check (outcome in ('open', 'yes', 'no', 'kept_as_wish')));
create index initiative_by_employer on initiative (municipality_id, employer_id);
call app.fence('initiative');
create policy staff on initiative to app_staff using (true);
grant select, insert, update on initiative to app_staff;
comment on table initiative is 'An employer''s own initiative (EMP-04): an owner, an answer date and an outcome. A clear no in time is an answer.';

-- Ids of employers whose name is near `query`, best first; as app.find_person.
create function app.find_employer(query text, most integer) returns table (employer_id uuid, nearness real)
language plpgsql stable security definer rows 50 set search_path = public, app, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_generic_plan as $$
declare here uuid := app.municipality(); folded text := app.fold(query);
  part text := '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'; begin
  return query select t.id, (word_similarity(folded, t.search_name) + (t.search_name like substr(part, 2))::int)::real from employer t
    where t.municipality_id = here and (t.search_name like part or folded <% t.search_name) order by 2 desc, 1 limit most; end $$;
alter function app.find_employer(text, integer) owner to app_search;
revoke all on function app.find_employer(text, integer) from public;
grant execute on function app.find_employer(text, integer) to app_staff;
