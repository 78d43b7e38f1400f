-- The integration plan (IL § 15), one for programme and Norwegian together, with what the participant says herself, and the contract (IL § 16).
create function app.plan() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.plan_id', true), '')::uuid $$;

create table integration_plan (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  revision integer not null default 1,
  made_on date not null,
  review_on date,
  closed_on date,
  content jsonb not null,
  constraint integration_plan_pkey primary key (municipality_id, id),
  constraint integration_plan_content check (jsonb_typeof(content) = 'object'));
call app.fence_about_person('integration_plan');
revoke delete on integration_plan from app_staff;
create unique index integration_plan_one_open on integration_plan (municipality_id, person_id) where closed_on is null;
-- Whoever is signed in sees her own plan; whoever holds a link sees the plan it is about and no other.
drop policy own on integration_plan;
create policy own on integration_plan for select to app_participant
  using (person_id = (select app.person()) and ((select app.agreement()) is null or id = (select app.plan())));
comment on table integration_plan is 'Her integration plan as it is now. What it was before is in plan_revision.';
comment on column integration_plan.content is 'Goals, extent and the path after the programme (PlanContent); elements are rows of their own.';

create table plan_element (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text,
  reason text,
  from_date date,
  to_date date,
  hours_per_week numeric(4,2),
  place integer not null default 0,
  removed_in integer,
  constraint plan_element_pkey primary key (municipality_id, id),
  constraint plan_element_plan foreign key (municipality_id, plan_id) references integration_plan (municipality_id, id),
  constraint plan_element_kind check (kind in ('norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'work_practice', 'language_practice', 'part_time_work', 'course', 'nav_measure',
    'upper_secondary', 'own_work', 'health', 'other')),
  constraint plan_element_period check (to_date is null or from_date is null or to_date >= from_date),
  constraint plan_element_hours check (hours_per_week between 0 and 60),
  constraint plan_element_health_says_nothing check (kind <> 'health' or (title is null and reason is null)));
create index plan_element_by_plan on plan_element (municipality_id, plan_id);
call app.fence_about_person('plan_element');
revoke delete on plan_element from app_staff;
drop policy own on plan_element;
create policy own on plan_element for select to app_participant
  using (person_id = (select app.person()) and ((select app.agreement()) is null or plan_id = (select app.plan())));
comment on table plan_element is 'One element of a plan. It lives on through the revisions of the plan with the same id; one that was taken out says in which.';
comment on column plan_element.hours_per_week is 'Hours a week it takes. Of health nothing but the time is kept here.';

create table plan_revision (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  revision integer not null,
  made_at timestamptz not null,
  made_by uuid not null default app.actor(),
  reason text not null,
  content jsonb not null,
  constraint plan_revision_pkey primary key (municipality_id, id),
  constraint plan_revision_plan foreign key (municipality_id, plan_id) references integration_plan (municipality_id, id),
  constraint plan_revision_made_by foreign key (municipality_id, made_by) references account (municipality_id, id),
  constraint plan_revision_once unique (municipality_id, plan_id, revision));
call app.fence_about_person('plan_revision');
drop policy own on plan_revision;
revoke select on plan_revision from app_participant;
revoke update, delete on plan_revision from app_staff;
comment on table plan_revision is 'The plan as it was saved each time, elements with it, and why it was changed (QUA-04). Append only.';

create table plan_words (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  plan_id uuid,
  version integer not null default 1,
  said_on date not null,
  how text not null,
  language text,
  words text not null,
  answer text,
  answered_on date,
  answered_by uuid,
  constraint plan_words_pkey primary key (municipality_id, id),
  constraint plan_words_plan foreign key (municipality_id, plan_id) references integration_plan (municipality_id, id),
  constraint plan_words_answered_by foreign key (municipality_id, answered_by) references account (municipality_id, id),
  constraint plan_words_how check (how in ('meeting', 'meeting_with_interpreter', 'own_pages', 'link')),
  constraint plan_words_length check (char_length(words) <= 4000),
  constraint plan_words_answered check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null)));
call app.fence_about_person('plan_words');
revoke delete on plan_words from app_staff;
drop policy own on plan_words;
create policy own on plan_words for select to app_participant
  using (person_id = (select app.person()) and ((select app.agreement()) is null or plan_id = (select app.plan())));
create policy say on plan_words for insert to app_participant
  with check (person_id = (select app.person()) and answer is null and how = case when (select app.plan()) is null then 'own_pages' else 'link' end
    and ((select app.agreement()) is null or plan_id = (select app.plan())));
grant insert on plan_words to app_participant;
comment on table plan_words is 'What the participant wants, in her own words and language, word for word, and what she was answered (QUA-05).';

create table plan_signature (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  revision integer not null,
  kind text not null,
  party text not null,
  how text not null,
  name text not null,
  interpreter text,
  interpreter_language text,
  signed_at timestamptz not null,
  account_id uuid,
  link_id uuid,
  constraint plan_signature_pkey primary key (municipality_id, id),
  constraint plan_signature_plan foreign key (municipality_id, plan_id) references integration_plan (municipality_id, id),
  constraint plan_signature_account foreign key (municipality_id, account_id) references account (municipality_id, id),
  constraint plan_signature_link foreign key (municipality_id, link_id) references personal_link (municipality_id, id),
  constraint plan_signature_kind check (kind in ('contract', 'declaration')),
  constraint plan_signature_party check (party in ('participant', 'municipality')),
  constraint plan_signature_how check (how in ('meeting', 'meeting_with_interpreter', 'paper', 'link', 'own_pages', 'signed_in')),
  constraint plan_signature_interpreter check (how <> 'meeting_with_interpreter' or (interpreter is not null and interpreter_language is not null)),
  constraint plan_signature_once unique (municipality_id, plan_id, revision, party));
call app.fence_about_person('plan_signature');
revoke update, delete on plan_signature from app_staff;
drop policy own on plan_signature;
create policy own on plan_signature for select to app_participant
  using (person_id = (select app.person()) and ((select app.agreement()) is null or plan_id = (select app.plan())));
create policy sign on plan_signature for insert to app_participant
  with check (person_id = (select app.person()) and party = 'participant' and how = case when (select app.plan()) is null then 'own_pages' else 'link' end
    and ((select app.agreement()) is null or plan_id = (select app.plan())));
grant insert on plan_signature to app_participant;
comment on table plan_signature is 'Her yes and the municipality''s to one revision of the plan: the contract, or the declaration she has been told of. Append only.';

create table qualification_step (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  kind text not null,
  planned_on date,
  referred_on date,
  done_on date,
  done_with text,
  result text,
  deviation text,
  constraint qualification_step_pkey primary key (municipality_id, id),
  constraint qualification_step_once unique (municipality_id, person_id, kind),
  constraint qualification_step_kind check (kind in ('qualification_interview', 'competence_mapping', 'career_guidance', 'plan_meeting', 'contract_meeting')));
call app.fence_about_person('qualification_step');
drop policy own on qualification_step;
revoke select on qualification_step from app_participant;
revoke delete on qualification_step from app_staff;
comment on table qualification_step is 'What is done before and with the plan: interview, mapping, career guidance, meetings (QUA-02, QUA-03). In which order the municipality sets (settings.qualificationSteps).';

-- A mailed link is about an agreement or about a plan.
alter table personal_link alter column agreement_id drop not null;
alter table personal_link add column plan_id uuid;
alter table personal_link add constraint personal_link_plan foreign key (municipality_id, plan_id) references integration_plan (municipality_id, id);
alter table personal_link add constraint personal_link_about_one check (num_nonnulls(agreement_id, plan_id) = 1);
alter table personal_link drop constraint personal_link_purpose;
alter table personal_link add constraint personal_link_purpose check (purpose in ('approve', 'evaluate', 'sign_plan'));
alter table personal_link add constraint personal_link_plan_is_signed check ((purpose = 'sign_plan') = (plan_id is not null));
grant select (plan_id) on personal_link to app_participant, app_employer;
comment on table personal_link is 'A mailed way in for one party to one agreement or one plan: single use, expiring, revocable. Only the hash of the token is kept.';

drop function app.find_link(bytea);
create function app.find_link(hash bytea) returns table (
  municipality_id uuid, id uuid, purpose text, party text, agreement_id uuid, plan_id uuid, person_id uuid, locale text,
  expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select l.municipality_id, l.id, l.purpose, l.party, l.agreement_id, l.plan_id, l.person_id, l.locale, l.expires_at, l.used_at, l.revoked_at
  from personal_link l where l.token_hash = hash $$;
alter function app.find_link(bytea) owner to app_gate;
revoke all on function app.find_link(bytea) from public;
grant execute on function app.find_link(bytea) to fotfeste_portal;

-- Whom to ask stands on her pages: her own adviser's name and address.
create policy adviser on account for select to app_participant
  using (exists (select from person p where p.municipality_id = account.municipality_id and p.id = (select app.person()) and p.adviser_id = account.id));

-- Two persons made one have each step once: the one that was done, or else hers who stays.
create function app.settle_qualification_steps(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or (select count(*) from person p where p.municipality_id = app.municipality() and p.id in (keep, gone)
    and (p.address_protection <> 'strictly_confidential' or app.has_ground('protected_address'))) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  delete from qualification_step s using qualification_step o where s.municipality_id = app.municipality() and o.municipality_id = s.municipality_id and s.kind = o.kind
    and s.person_id in (keep, gone) and o.person_id in (keep, gone) and s.person_id <> o.person_id
    and ((s.done_on is null and o.done_on is not null) or ((s.done_on is null) = (o.done_on is null) and s.person_id = gone));
end $$;
grant delete on qualification_step to app_merge;
alter function app.settle_qualification_steps(uuid, uuid) owner to app_merge;
revoke all on function app.settle_qualification_steps(uuid, uuid) from public;
grant execute on function app.settle_qualification_steps(uuid, uuid) to app_staff;
