-- A person is presented to an employer only when somebody decides it, with her yes recorded (EMP-05).
create table presentation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  opening_id uuid not null,
  started_by text not null,
  note text,
  created_at timestamptz not null default now(),
  asked_on date,
  decided_by uuid,
  decided_at timestamptz,
  consent_on date,
  consent_how text,
  consent_text text,
  consent_by uuid,
  consent_parts text[] not null default '{}',
  consent_profile jsonb,
  met_on date,
  meeting_note text,
  outcome text not null default 'open',
  outcome_reason text,
  applied_at timestamptz,
  application text,
  constraint presentation_pkey primary key (municipality_id, id),
  constraint presentation_once unique (municipality_id, person_id, opening_id),
  constraint presentation_opening foreign key (municipality_id, opening_id) references opening (municipality_id, id),
  constraint presentation_decider foreign key (municipality_id, decided_by) references account (municipality_id, id),
  constraint presentation_consent_account foreign key (municipality_id, consent_by) references account (municipality_id, id),
  constraint presentation_consent_parts check (consent_parts <@ '{given_name,languages,experience,skills,certificates,work_permit}'::text[]),
  constraint presentation_started_by check (started_by in ('staff', 'participant')),
  constraint presentation_consent_how check (consent_how in ('spoken', 'spoken_with_interpreter', 'written', 'own_application')),
  constraint presentation_only_with_consent check (decided_by is null or (consent_on is not null and consent_how is not null)),
  constraint presentation_consent_has_profile check (consent_how is null or consent_how = 'own_application' or (consent_profile is not null and consent_text is not null)),
  constraint presentation_outcome check (outcome in ('open', 'agreed', 'declined_by_employer', 'declined_by_person', 'withdrawn')));
call app.fence_about_person('presentation');
create index presentation_by_opening on presentation (municipality_id, opening_id);
create index presentation_open on presentation (municipality_id, outcome);
-- what staff only think of is not hers to see before somebody has asked her; their notes never are
drop policy own on presentation;
create policy own on presentation for select to app_participant
  using (person_id = (select app.person()) and (started_by = 'participant' or asked_on is not null or consent_on is not null));
revoke select on presentation from app_participant;
grant select (municipality_id, id, person_id, opening_id, started_by, applied_at, application, asked_on, consent_on, consent_how, consent_text, decided_at, met_on, outcome)
  on presentation to app_participant;
create policy apply on presentation for insert to app_participant
  with check (person_id = (select app.person()) and started_by = 'participant' and decided_by is null and outcome = 'open'
    and consent_how = 'own_application' and consent_profile is null);
grant insert on presentation to app_participant;
revoke delete on presentation from app_staff;
create policy applied_for on opening for select to app_participant
  using (exists (select from presentation p where p.municipality_id = opening.municipality_id and p.opening_id = opening.id and p.person_id = (select app.person())));
comment on table presentation is 'From "she might fit there" to a meeting: the application or proposal, the person''s yes, who decided, what came of it.';
comment on column presentation.note is 'Why she might fit, for colleagues only.';
comment on column presentation.consent_text is 'The very text she said yes to. own_application is a yes to contact with her adviser, not to an employer.';
comment on column presentation.consent_profile is 'What she said yes to showing, as it was that day: the employer sees this and nothing newer.';
