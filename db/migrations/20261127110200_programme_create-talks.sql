-- Talks on the road to the plan (IL §§ 10, 15): templates of the municipality's own, what was said and agreed, and the mapping that goes
-- along to career guidance (IL § 11). When steps are planned and done stays in qualification_step.

create table talk_template (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  kind text not null,
  revision integer not null,
  points jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null default app.actor(),
  constraint talk_template_pkey primary key (municipality_id, id),
  constraint talk_template_once unique (municipality_id, kind, revision),
  constraint talk_template_saved_by foreign key (municipality_id, saved_by) references account (municipality_id, id),
  constraint talk_template_revision check (revision > 0),
  constraint talk_template_points check (jsonb_typeof(points) = 'array'),
  constraint talk_template_kind check (kind in ('qualification_interview', 'three_part', 'guidance_preparation', 'contract_meeting', 'follow_up')));
call app.fence('talk_template');
create policy staff on talk_template to app_staff using (true);
grant select, insert on talk_template to app_staff;
comment on table talk_template is 'The points of one kind of talk as the municipality saved them each time. Append only; without a row the product''s own template holds.';

create table talk (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  kind text not null,
  template_revision integer not null,
  points jsonb not null,
  planned_on date,
  planned_at time,
  place text,
  takes_part text[] not null default '{}',
  others text,
  interpreter_language text,
  interpreter_name text,
  answers jsonb not null default '[]',
  own_words text,
  own_words_language text,
  disagreement text,
  held_on date,
  closed_by uuid,
  cancelled_on date,
  made_by uuid not null default app.actor(),
  constraint talk_pkey primary key (municipality_id, id),
  constraint talk_closed_by foreign key (municipality_id, closed_by) references account (municipality_id, id),
  constraint talk_made_by foreign key (municipality_id, made_by) references account (municipality_id, id),
  constraint talk_kind check (kind in ('qualification_interview', 'three_part', 'guidance_preparation', 'contract_meeting', 'follow_up')),
  constraint talk_takes_part check (takes_part <@ '{participant,adviser,adult_education,nav,career_centre,interpreter,other}'::text[]),
  constraint talk_points check (jsonb_typeof(points) = 'array' and jsonb_typeof(answers) = 'array'),
  constraint talk_one_end check (num_nonnulls(held_on, cancelled_on) <= 1),
  constraint talk_closed check ((held_on is null) = (closed_by is null)));
call app.fence_about_person('talk');
revoke delete on talk from app_staff;
-- what was held stays as it was written: afterwards only that two persons are one
create policy over on talk as restrictive for update to app_staff using (held_on is null and cancelled_on is null) with check (true);
-- she reads beforehand what it will be about; the notes of colleagues are not in what her own pages may ask
revoke select on talk from app_participant;
grant select (municipality_id, id, person_id, kind, points, planned_on, planned_at, place, takes_part, interpreter_language, held_on, cancelled_on) on talk to app_participant;
comment on table talk is 'One talk with a participant: when, who, the points as they were in the template then, and what was said (QUA-02). Never health, religion, politics or orientation.';
comment on column talk.template_revision is 'Revision of talk_template it was held with; 0 is the product''s own. The points themselves are kept beside.';
comment on column talk.own_words is 'Her own words, until the talk is closed and they become plan_words with the same id.';

create table agreed_step (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  talk_id uuid not null,
  version integer not null default 1,
  place integer not null default 0,
  what text not null,
  who text not null,
  due_on date,
  done_on date,
  constraint agreed_step_pkey primary key (municipality_id, id),
  constraint agreed_step_talk foreign key (municipality_id, talk_id) references talk (municipality_id, id),
  constraint agreed_step_who check (who in ('participant', 'adviser', 'adult_education', 'nav', 'career_centre', 'other')));
create index agreed_step_by_talk on agreed_step (municipality_id, talk_id);
call app.fence_about_person('agreed_step');
drop policy own on agreed_step;
create policy own on agreed_step for select to app_participant using (person_id = (select app.person())
  and exists (select from talk t where t.municipality_id = agreed_step.municipality_id and t.id = agreed_step.talk_id and t.held_on is not null));
comment on table agreed_step is 'What was agreed in a talk: what, who and by when. She reads it on her pages once the talk is over.';

create table mapping_paper (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  number integer not null,
  content jsonb not null,
  made_on date not null,
  made_by uuid not null default app.actor(),
  informed_on date,
  informed_how text,
  remark text,
  receiver text,
  sent_on date,
  sent_how text,
  sent_by uuid,
  constraint mapping_paper_pkey primary key (municipality_id, id),
  constraint mapping_paper_made_by foreign key (municipality_id, made_by) references account (municipality_id, id),
  constraint mapping_paper_sent_by foreign key (municipality_id, sent_by) references account (municipality_id, id),
  constraint mapping_paper_informed_how check (informed_how in ('meeting', 'meeting_with_interpreter', 'own_pages', 'paper')),
  constraint mapping_paper_sent_how check (sent_how in ('secure_digital', 'post', 'handed_over')),
  constraint mapping_paper_informed_first check (sent_on is null or (informed_on is not null and informed_how is not null and receiver is not null and sent_how is not null and sent_by is not null)));
call app.fence_about_person('mapping_paper');
revoke delete on mapping_paper from app_staff;
create policy over on mapping_paper as restrictive for update to app_staff using (sent_on is null) with check (true);
comment on table mapping_paper is 'The municipality''s mapping as it is sent along to career guidance: what was known that day, when she was told, when and how it was sent (QUA-03).';

-- Career guidance is one step of the path: to whom she was referred, and what was recommended there.
alter table qualification_step add column receiver_email text;
alter table qualification_step add column receiver_address text;
alter table qualification_step add column recommended_goal text;
alter table qualification_step add column recommended_occupation_code text;
alter table qualification_step add column recommended_occupation_name text;
alter table qualification_step add column registered_on date;
alter table qualification_step add column registered_by uuid;
alter table qualification_step add constraint qualification_step_registered_by foreign key (municipality_id, registered_by) references account (municipality_id, id);
alter table qualification_step add constraint qualification_step_recommended_goal check (recommended_goal in ('work', 'higher_education', 'vocational_requalification', 'parts_of_upper_secondary', 'upper_secondary', 'vocational_training'));
alter table qualification_step add constraint qualification_step_guidance check (kind = 'career_guidance' or num_nonnulls(receiver_email, receiver_address, recommended_goal, recommended_occupation_code, registered_on) = 0);
comment on column qualification_step.recommended_goal is 'Final goal the career guidance recommends; a plan with another goal says why (IL §§ 11, 15).';
