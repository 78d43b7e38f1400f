-- What a person can, with date and evidence: claimed (says so), documented (a paper), tested, observed (seen at work).
create table occupation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  code text not null,
  parent_code text,
  level integer not null,
  name text not null,
  search_name text not null generated always as (app.fold(name)) stored,
  constraint occupation_pkey primary key (municipality_id, id),
  constraint occupation_code_once unique (municipality_id, code),
  constraint occupation_code_format check (code ~ '^[0-9]{1,4}$' and length(code) = level),
  constraint occupation_level check (level between 1 and 4));
call app.fence('occupation');
create policy reading on occupation for select to app_staff, app_participant, app_employer using (true);
create policy importing on occupation to app_staff using (true);
grant select, insert, update on occupation to app_staff;
grant select on occupation to app_participant, app_employer;
comment on table occupation is 'STYRK-08, imported from Statistics Norway (KLASS 7).';

create table language_level (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  language text not null,
  skill text not null,
  level text not null,
  assessed_on date,
  evidence text not null,
  source text,
  constraint language_level_pkey primary key (municipality_id, id),
  constraint language_level_skill check (skill in ('listening', 'reading', 'spoken_interaction', 'spoken_production', 'writing')),
  constraint language_level_level check (level in ('A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  constraint language_level_evidence check (evidence in ('claimed', 'documented', 'tested', 'observed')));
call app.fence_about_person('language_level');
comment on table language_level is 'A level per language and skill on the CEFR scale. The newest per skill counts; older ones are history.';

create table education (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  level integer not null,
  field text,
  country text,
  from_year integer,
  to_year integer,
  is_completed boolean not null default false,
  recognition text not null default 'none',
  evidence text not null default 'claimed',
  constraint education_pkey primary key (municipality_id, id),
  constraint education_level check (level between 0 and 9),
  constraint education_recognition check (recognition in ('none', 'applied', 'recognised', 'refused')),
  constraint education_evidence check (evidence in ('claimed', 'documented', 'tested', 'observed')));
call app.fence_about_person('education');
comment on table education is 'Education by NUS level (first digit) and field.';

create table work_experience (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  occupation_code text,
  title text not null,
  employer_name text,
  country text,
  from_year integer,
  to_year integer,
  months integer,
  evidence text not null default 'claimed',
  constraint work_experience_pkey primary key (municipality_id, id),
  constraint work_experience_occupation foreign key (municipality_id, occupation_code) references occupation (municipality_id, code),
  constraint work_experience_evidence check (evidence in ('claimed', 'documented', 'tested', 'observed')));
call app.fence_about_person('work_experience');
comment on table work_experience is 'Work done before or in Norway, by occupation where known.';

create table skill (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  name text not null,
  search_name text not null generated always as (app.fold(name)) stored,
  evidence text not null,
  known_on date,
  seen_by text,
  agreement_id uuid,
  person_answer text,
  constraint skill_pkey primary key (municipality_id, id),
  constraint skill_evidence check (evidence in ('claimed', 'documented', 'tested', 'observed')));
call app.fence_about_person('skill');
comment on table skill is 'One skill with its evidence. Observed ones come from the evaluation of a placement (PLA-08).';

create table certificate (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text not null,
  valid_until date,
  evidence text not null default 'claimed',
  constraint certificate_pkey primary key (municipality_id, id),
  constraint certificate_kind check (kind in ('driving_licence', 'trade_certificate', 'authorisation', 'course')),
  constraint certificate_evidence check (evidence in ('claimed', 'documented', 'tested', 'observed')));
call app.fence_about_person('certificate');
comment on table certificate is 'Driving licences (name is the class: B, C, D …), trade certificates, authorisations and courses.';

create table wish (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  occupation_code text,
  wording text not null,
  rank integer not null default 1,
  constraint wish_pkey primary key (municipality_id, id),
  constraint wish_occupation foreign key (municipality_id, occupation_code) references occupation (municipality_id, code));
call app.fence_about_person('wish');
comment on table wish is 'What the person wants to work with, in her own words, with an occupation where one fits.';

create table practical_frame (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  version integer not null default 1,
  hours_per_week numeric(4,1),
  earliest time,
  latest time,
  weekdays integer[] not null default '{1,2,3,4,5}',
  care_duties text,
  transport text[] not null default '{}',
  travel_minutes integer,
  cannot text[] not null default '{}',
  note text,
  constraint practical_frame_pkey primary key (municipality_id, id),
  constraint practical_frame_one unique (municipality_id, person_id),
  constraint practical_frame_weekdays check (weekdays <@ '{1,2,3,4,5,6,7}'::int[]),
  constraint practical_frame_transport check (transport <@ '{walk,bicycle,bus,train,car}'::text[]),
  constraint practical_frame_cannot check (cannot <@ '{heavy_lifting,standing_all_day,sitting_all_day,heights,cold,heat,dust,strong_smells,noise,night,screen_work,fine_motor}'::text[]));
call app.fence_about_person('practical_frame');
comment on table practical_frame is 'Hours, care duties, transport and what she cannot do: consequences, never diagnoses.';
