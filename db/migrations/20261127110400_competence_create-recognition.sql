-- Recognition of foreign education as a case with waiting time (KAR-04), and proof an employer trusts where papers lack (KAR-09).
create table recognition_authority (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  scheme text not null,
  name text not null,
  expected_weeks integer,
  source text,
  source_on date,
  noted_by uuid,
  constraint recognition_authority_pkey primary key (municipality_id, id),
  constraint recognition_authority_once unique (municipality_id, scheme, name),
  constraint recognition_authority_noted_by foreign key (municipality_id, noted_by) references account (municipality_id, id),
  constraint recognition_authority_scheme check (scheme in ('higher_general', 'no_documents', 'vocational', 'upper_secondary', 'profession', 'institution', 'other')),
  constraint recognition_authority_weeks check (expected_weeks between 1 and 260),
  constraint recognition_authority_has_source check ((expected_weeks is null) = (source is null) and (expected_weeks is null) = (source_on is null)));
call app.fence('recognition_authority');
create policy staff on recognition_authority to app_staff using (true);
create policy reading on recognition_authority for select to app_participant using (true);
grant select, insert, update on recognition_authority to app_staff;
grant select on recognition_authority to app_participant;
comment on table recognition_authority is 'To whom the municipality sends applications for recognition, and how long an answer takes by what source and on which day. Never guessed: null is "not entered".';

create table recognition_case (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  education_id uuid not null,
  authority_id uuid not null,
  profession text,
  opened_on date not null,
  responsible_id uuid,
  case_number text,
  next_check_on date,
  note text,
  constraint recognition_case_pkey primary key (municipality_id, id),
  constraint recognition_case_education foreign key (municipality_id, education_id) references education (municipality_id, id),
  constraint recognition_case_authority foreign key (municipality_id, authority_id) references recognition_authority (municipality_id, id),
  constraint recognition_case_responsible foreign key (municipality_id, responsible_id) references account (municipality_id, id));
call app.fence_about_person('recognition_case');
create index recognition_case_by_education on recognition_case (municipality_id, education_id);
-- the note is between colleagues: where the case is she reads, and what is asked of her
revoke select on recognition_case from app_participant;
grant select (municipality_id, id, person_id, education_id, authority_id, profession, opened_on, responsible_id, case_number) on recognition_case to app_participant;
comment on table recognition_case is 'One application for recognition of one education. How far it has come follows from its steps and documents and is not stored.';

create table recognition_document (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  name text not null,
  gathered_by text not null,
  had_on date,
  translation text not null default 'not_needed',
  translation_payer text,
  constraint recognition_document_pkey primary key (municipality_id, id),
  constraint recognition_document_case foreign key (municipality_id, case_id) references recognition_case (municipality_id, id),
  constraint recognition_document_gathered_by check (gathered_by in ('person', 'municipality')),
  constraint recognition_document_translation check (translation in ('not_needed', 'needed', 'ordered', 'done')),
  constraint recognition_document_payer check (translation_payer in ('person', 'municipality', 'nav', 'employer', 'other')),
  constraint recognition_document_payer_of_translation check (translation <> 'not_needed' or translation_payer is null));
call app.fence_about_person('recognition_document');
create index recognition_document_by_case on recognition_document (municipality_id, case_id);
comment on table recognition_document is 'What is asked for in a case: whether it is there, whether it must be translated, and who pays.';

create table recognition_step (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null,
  on_day date not null,
  due_on date,
  result text,
  missing text,
  note text,
  account_id uuid not null default app.actor(),
  constraint recognition_step_pkey primary key (municipality_id, id),
  constraint recognition_step_case foreign key (municipality_id, case_id) references recognition_case (municipality_id, id),
  constraint recognition_step_kind check (kind in ('sent', 'receipt', 'asked_more', 'sent_more', 'interview', 'answered', 'complained', 'complaint_answered', 'withdrawn')),
  constraint recognition_step_result check (result in ('full', 'part', 'refused')),
  constraint recognition_step_answer_has_result check ((kind in ('answered', 'complaint_answered')) = (result is not null)),
  constraint recognition_step_part_says_what check ((result is not distinct from 'part') = (missing is not null)));
call app.fence_about_person('recognition_step');
create index recognition_step_by_case on recognition_step (municipality_id, case_id);
revoke update on recognition_step from app_staff;
revoke select on recognition_step from app_participant;
grant select (municipality_id, id, person_id, case_id, kind, on_day, due_on, result, missing) on recognition_step to app_participant;
comment on table recognition_step is 'What happened in a case and when. One entered by mistake is taken away, never rewritten.';

alter table education drop constraint education_recognition;
alter table education add constraint education_recognition check (recognition in ('none', 'applied', 'partly', 'recognised', 'refused'));
comment on column education.recognition is 'Follows from the cases of this education and is written with them in one transaction (recognition/settle.ts). Without a case: what was noted before cases were followed.';

create table competence_assessment (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  against text not null,
  subject text not null,
  assessor text not null,
  assessor_name text not null,
  ordered_on date not null,
  held_on date,
  result text,
  result_on date,
  approved text[] not null default '{}',
  paper_on date,
  note text,
  constraint competence_assessment_pkey primary key (municipality_id, id),
  constraint competence_assessment_against check (against in ('primary', 'upper_secondary', 'trade_certificate', 'higher_vocational', 'higher_education', 'other')),
  constraint competence_assessment_assessor check (assessor in ('county', 'municipality', 'institution', 'other')),
  constraint competence_assessment_result check (result in ('full', 'part', 'none')),
  constraint competence_assessment_result_day check ((result is null) = (result_on is null)),
  constraint competence_assessment_part_says_what check (result is distinct from 'part' or cardinality(approved) > 0));
call app.fence_about_person('competence_assessment');
revoke delete on competence_assessment from app_staff;
comment on table competence_assessment is 'Assessment of real competence (realkompetansevurdering): against what, by whom, and what was approved.';

create table task_list (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  occupation_code text,
  tasks text[] not null,
  is_active boolean not null default true,
  constraint task_list_pkey primary key (municipality_id, id),
  constraint task_list_once unique (municipality_id, name),
  constraint task_list_occupation foreign key (municipality_id, occupation_code) references occupation (municipality_id, code),
  constraint task_list_length check (cardinality(tasks) between 5 and 12));
call app.fence('task_list');
create policy staff on task_list to app_staff using (true);
grant select, insert, update on task_list to app_staff;
comment on table task_list is 'The municipality''s short lists of tasks for an occupation: what somebody is to be seen doing in a trial at work.';

create table work_trial (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  employer_id uuid not null,
  agreement_id uuid,
  name text not null,
  occupation_code text,
  starts_on date not null,
  responsible_id uuid,
  closed_on date,
  constraint work_trial_pkey primary key (municipality_id, id),
  constraint work_trial_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint work_trial_agreement foreign key (municipality_id, agreement_id) references agreement (municipality_id, id),
  constraint work_trial_occupation foreign key (municipality_id, occupation_code) references occupation (municipality_id, code),
  constraint work_trial_responsible foreign key (municipality_id, responsible_id) references account (municipality_id, id));
call app.fence_about_person('work_trial');
revoke delete on work_trial from app_staff;
create policy employer on work_trial for select to app_employer using (agreement_id = (select app.agreement()));
grant select (municipality_id, id, person_id, employer_id, agreement_id, name, starts_on, closed_on) on work_trial to app_employer;
comment on table work_trial is 'A trial at work against a short list of tasks, in a placement or apart from one.';

create table trial_task (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  trial_id uuid not null,
  position integer not null,
  task text not null,
  seen text,
  seen_by text,
  seen_role text,
  seen_on date,
  noted_by uuid,
  link_id uuid,
  person_answer text,
  constraint trial_task_pkey primary key (municipality_id, id),
  constraint trial_task_trial foreign key (municipality_id, trial_id) references work_trial (municipality_id, id),
  constraint trial_task_noted_by foreign key (municipality_id, noted_by) references account (municipality_id, id),
  constraint trial_task_link foreign key (municipality_id, link_id) references personal_link (municipality_id, id),
  constraint trial_task_seen check (seen in ('alone', 'with_help', 'not_yet', 'not_seen')),
  constraint trial_task_seen_by_somebody check ((seen is null) = (seen_by is null) and (seen is null) = (seen_role is null) and (seen is null) = (seen_on is null)),
  constraint trial_task_noted_once check ((seen is null) = (num_nonnulls(noted_by, link_id) = 0)));
call app.fence_about_person('trial_task');
create index trial_task_by_trial on trial_task (municipality_id, trial_id);
revoke delete on trial_task from app_staff;
create policy answer on trial_task for update to app_participant using (person_id = (select app.person()) and (select app.agreement()) is null);
grant update (person_answer) on trial_task to app_participant;
create policy employer on trial_task to app_employer using (exists (select from work_trial w where w.municipality_id = trial_task.municipality_id and w.id = trial_id and w.agreement_id = (select app.agreement())));
grant select (municipality_id, id, person_id, trial_id, position, task, seen, seen_by, seen_role, seen_on), update (seen, seen_by, seen_role, seen_on, link_id) on trial_task to app_employer;
comment on table trial_task is 'One task of a trial: can she do it, who saw it in which role and when, and what she herself says to that.';

-- What was seen becomes a skill, as what an employer writes in the evaluation does: one notion of a skill, with where it is from.
alter table skill add column trial_task_id uuid;
alter table skill add column assessment_id uuid;
alter table skill add constraint skill_trial_task foreign key (municipality_id, trial_task_id) references trial_task (municipality_id, id);
alter table skill add constraint skill_assessment foreign key (municipality_id, assessment_id) references competence_assessment (municipality_id, id);
create unique index skill_of_trial_task on skill (municipality_id, trial_task_id) where trial_task_id is not null;
create policy answer on skill for update to app_participant using (person_id = (select app.person()) and (select app.agreement()) is null and evidence = 'observed');
grant update (person_answer) on skill to app_participant;

create table proof_sheet (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  code text not null,
  issued_on date not null,
  chosen text[] not null,
  content jsonb not null,
  contact_name text,
  contact_email text,
  issued_by uuid not null default app.actor(),
  withdrawn_on date,
  constraint proof_sheet_pkey primary key (municipality_id, id),
  constraint proof_sheet_code_once unique (municipality_id, code),
  constraint proof_sheet_code check (code ~ '^[2-9A-HJ-NP-Z]{8}$'));
call app.fence_about_person('proof_sheet');
revoke update, delete on proof_sheet from app_staff;
grant update (withdrawn_on) on proof_sheet to app_staff;
create policy issue on proof_sheet for insert to app_participant with check (person_id = (select app.person()) and issued_by = (select app.actor()) and (select app.agreement()) is null);
create policy withdraw on proof_sheet for update to app_participant using (person_id = (select app.person()) and (select app.agreement()) is null);
grant insert, update (withdrawn_on) on proof_sheet to app_participant;
comment on table proof_sheet is 'A sheet she may show an employer, as it stood the day it was made, with the code by which the municipality says that it is real.';
comment on column proof_sheet.chosen is 'The entries she chose to show; the next sheet begins with the same.';

alter table personal_link drop constraint personal_link_purpose;
alter table personal_link add constraint personal_link_purpose check (purpose in ('approve', 'evaluate', 'sign_plan', 'see_tasks'));
