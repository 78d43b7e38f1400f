-- Decisions in individual cases (enkeltvedtak: IL § 46, IF § 69) and complaints about them: behind the ground `case`.
alter table legal_facts add column more jsonb not null default '{}';
alter table legal_facts add constraint legal_facts_more check (jsonb_typeof(more) = 'object');
comment on column legal_facts.more is 'Further facts by the names of src/rules/facts.ts that have no column of their own, each checked by its shape there.';

create table programme_decision (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  participation_id uuid,
  kind text not null,
  decided_on date not null,
  valid_from date,
  valid_to date,
  decided text not null,
  grounds text not null,
  case_reference text,
  locale text not null,
  facts jsonb not null,
  terms jsonb not null default '{}',
  answers jsonb not null default '[]',
  legal_basis jsonb not null default '[]',
  replaces_id uuid,
  replaces_why text,
  decided_by uuid not null default app.actor(),
  recorded_at timestamptz not null,
  told_on date,
  told_how text,
  constraint programme_decision_pkey primary key (municipality_id, id),
  constraint programme_decision_participation foreign key (municipality_id, participation_id) references participation (municipality_id, id),
  constraint programme_decision_decided_by foreign key (municipality_id, decided_by) references account (municipality_id, id),
  constraint programme_decision_replaces foreign key (municipality_id, replaces_id) references programme_decision (municipality_id, id),
  constraint programme_decision_replaced_once unique (municipality_id, replaces_id),
  constraint programme_decision_kind check (kind in ('programme', 'refusal', 'extension', 'stop_temporary', 'stop_permanent', 'leave', 'absence', 'benefit',
    'set_off', 'repayment', 'norwegian', 'exemption', 'plan_change')),
  constraint programme_decision_locale check (locale in ('nb', 'nn')),
  constraint programme_decision_period check (valid_to is null or valid_from is null or valid_to >= valid_from),
  constraint programme_decision_replaces_why check (replaces_why in ('correction', 'reversal', 'complaint')),
  constraint programme_decision_replaces_with_why check ((replaces_id is null) = (replaces_why is null)),
  constraint programme_decision_told_how check (told_how in ('digital_mail', 'letter', 'handed_over', 'spoken_with_interpreter')),
  constraint programme_decision_told check ((told_on is null) = (told_how is null) and told_on >= decided_on));
call app.fence_about_person('programme_decision');
create policy ground on programme_decision as restrictive to app_staff using ((select app.has_ground('case')));
drop policy own on programme_decision;
revoke select on programme_decision from app_participant;
-- what was decided is never changed: only that she has been told of it is added
revoke update, delete on programme_decision from app_staff;
grant update (told_on, told_how, version) on programme_decision to app_staff;
create index programme_decision_by_day on programme_decision (municipality_id, decided_on);
comment on table programme_decision is 'One decision in one case, with the facts, the answers of the rules and the law it rests on as they were that day. Never changed: a correction is a new decision that replaces it.';
comment on column programme_decision.terms is 'What was given in figures and days, by kind (DecisionTerms): months, final goal, start.';
comment on column programme_decision.answers is 'Answers of rules as they were: rule, version, answer, steps, sources. Texts are written from them when shown.';
comment on column programme_decision.decided is 'What was decided, in words, as it stands on the paper.';

create table programme_complaint (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  decision_id uuid not null,
  received_on date not null,
  received_how text not null,
  complainant text not null,
  complainant_name text,
  body text not null,
  late_accepted_why text,
  outcome text,
  outcome_on date,
  outcome_grounds text,
  outcome_by uuid,
  new_decision_id uuid,
  higher_outcome text,
  higher_on date,
  higher_note text,
  constraint programme_complaint_pkey primary key (municipality_id, id),
  constraint programme_complaint_decision foreign key (municipality_id, decision_id) references programme_decision (municipality_id, id),
  constraint programme_complaint_new_decision foreign key (municipality_id, new_decision_id) references programme_decision (municipality_id, id),
  constraint programme_complaint_outcome_by foreign key (municipality_id, outcome_by) references account (municipality_id, id),
  constraint programme_complaint_received_how check (received_how in ('letter', 'email', 'digital', 'spoken')),
  constraint programme_complaint_complainant check (complainant in ('participant', 'representative')),
  constraint programme_complaint_outcome check (outcome in ('upheld', 'reversed', 'partly_reversed', 'dismissed', 'withdrawn')),
  constraint programme_complaint_higher_outcome check (higher_outcome in ('upheld', 'changed', 'sent_back', 'dismissed')),
  constraint programme_complaint_decided check ((outcome is null) = (outcome_on is null) and (outcome is null) = (outcome_by is null)),
  constraint programme_complaint_higher check ((higher_outcome is null) = (higher_on is null) and (higher_outcome is null or outcome in ('upheld', 'partly_reversed', 'dismissed'))));
call app.fence_about_person('programme_complaint');
create policy ground on programme_complaint as restrictive to app_staff using ((select app.has_ground('case')));
drop policy own on programme_complaint;
revoke select on programme_complaint from app_participant;
revoke delete on programme_complaint from app_staff;
create index programme_complaint_by_decision on programme_complaint (municipality_id, decision_id);
comment on table programme_complaint is 'A complaint (klage) about a decision, what the municipality made of it, and what statsforvalteren did. Whether it came in time follows from the rule and is not stored.';

-- Two persons made one have one set of legal facts: those of the one who stays stand, and what she lacks is taken from the other.
-- Past the fence, since whoever merges need not have the ground `case`.
create function app.settle_legal_facts(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or (select count(*) from person p where p.municipality_id = app.municipality() and p.id in (keep, gone)
    and (p.address_protection <> 'strictly_confidential' or app.has_ground('protected_address'))) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  update legal_facts k set permit = coalesce(k.permit, g.permit), permit_granted_on = coalesce(k.permit_granted_on, g.permit_granted_on), had_family_permit = coalesce(k.had_family_permit, g.had_family_permit),
    settled_by_agreement = coalesce(k.settled_by_agreement, g.settled_by_agreement), residence_since = coalesce(k.residence_since, g.residence_since), claimed_on = coalesce(k.claimed_on, g.claimed_on),
    schooling = coalesce(k.schooling, g.schooling), has_ukrainian_upper_secondary = coalesce(k.has_ukrainian_upper_secondary, g.has_ukrainian_upper_secondary),
    weekly_job_hours = coalesce(k.weekly_job_hours, g.weekly_job_hours), more = g.more || k.more, version = k.version + 1
    from legal_facts g where k.municipality_id = app.municipality() and g.municipality_id = k.municipality_id and k.person_id = keep and g.person_id = gone;
  if found then delete from legal_facts where municipality_id = app.municipality() and person_id = gone; end if;
end $$;
grant delete on legal_facts to app_merge;
alter function app.settle_legal_facts(uuid, uuid) owner to app_merge;
revoke all on function app.settle_legal_facts(uuid, uuid) from public;
grant execute on function app.settle_legal_facts(uuid, uuid) to app_staff;
