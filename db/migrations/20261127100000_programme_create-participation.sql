-- The introduction programme. Facts the law asks for are behind the ground `case`; that somebody takes part, and until when, her teacher knows too.
create table legal_facts (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  permit text,
  permit_granted_on date,
  had_family_permit boolean,
  settled_by_agreement boolean,
  residence_since date,
  claimed_on date,
  schooling text,
  has_ukrainian_upper_secondary boolean,
  weekly_job_hours numeric(5,2),
  constraint legal_facts_pkey primary key (municipality_id, id),
  constraint legal_facts_one unique (municipality_id, person_id),
  constraint legal_facts_permit check (permit in ('refugee', 'resettlement', 'humanitarian', 'limited_family', 'collective_protection', 'family', 'independent',
    'other_family', 'skilled_worker', 'nordic_or_eea', 'other')),
  constraint legal_facts_schooling check (schooling in ('primary_not_completed', 'primary', 'upper_secondary', 'higher')),
  constraint legal_facts_hours check (weekly_job_hours between 0 and 168));
call app.fence_about_person('legal_facts');
create policy ground on legal_facts as restrictive to app_staff using ((select app.has_ground('case')));
comment on table legal_facts is 'What integreringsloven asks about one person, by the names of src/rules/facts.ts. Null is unknown, never no.';

create table participation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  offered_on date not null,
  decided_on date not null,
  starts_on date not null,
  months integer not null,
  extension_months integer not null default 0,
  final_goal text not null,
  regime text not null,
  ended_on date,
  end_reason text,
  constraint participation_pkey primary key (municipality_id, id),
  constraint participation_months check (months between 1 and 60 and extension_months between 0 and 12),
  constraint participation_final_goal check (final_goal in ('work', 'higher_education', 'vocational_requalification', 'parts_of_upper_secondary', 'upper_secondary', 'vocational_training')),
  constraint participation_regime check (regime in ('new', 'old')),
  constraint participation_order check (offered_on <= starts_on and (ended_on is null or ended_on >= starts_on)),
  constraint participation_end_reason check ((ended_on is null) = (end_reason is null)));
call app.fence_about_person('participation');
create unique index participation_one_open on participation (municipality_id, person_id) where ended_on is null;
comment on table participation is 'One introduction programme of one person: from the offer to the end. The last day follows from start, months, extension and what adds to the length; it is not stored.';
comment on column participation.months is 'The length the decision gave, in months.';
