-- A person is presented to an employer only when somebody decides it, with her yes recorded (EMP-05).
create table presentation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  opening_id uuid not null,
  started_by text not null,
  decided_by uuid,
  decided_at timestamptz,
  consent_on date,
  consent_how text,
  consent_text text,
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
  constraint presentation_started_by check (started_by in ('staff', 'participant')),
  constraint presentation_consent_how check (consent_how in ('spoken', 'spoken_with_interpreter', 'written', 'own_application')),
  constraint presentation_only_with_consent check (decided_by is null or (consent_on is not null and consent_how is not null)),
  constraint presentation_outcome check (outcome in ('open', 'agreed', 'declined_by_employer', 'declined_by_person', 'withdrawn')));
call app.fence_about_person('presentation');
create policy apply on presentation for insert to app_participant
  with check (person_id = (select app.person()) and started_by = 'participant' and decided_by is null);
grant insert on presentation to app_participant;
revoke delete on presentation from app_staff;
comment on table presentation is 'From "she might fit there" to a meeting: the application or proposal, the person''s yes, who decided, what came of it.';
