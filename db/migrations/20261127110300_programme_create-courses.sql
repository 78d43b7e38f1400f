-- The catalogue of courses (QUA-08): what the municipality gives, in which order of the road, and which statutory element each course fulfils.
-- A run of a course is a class: there is no other notion of it. What somebody has done elsewhere, or need not do, is noted about her.
create table course (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  fulfils text,
  purpose text,
  hours numeric(5,1),
  meetings integer,
  languages text[] not null default '{}',
  given_by text not null,
  giver_name text,
  least_level text,
  most_level text,
  for_parents boolean not null default false,
  track integer,
  stage text not null,
  place integer not null default 0,
  timing text not null default 'any_time',
  timing_amount integer,
  seats integer,
  retired_on date,
  constraint course_pkey primary key (municipality_id, id),
  constraint course_kind check (kind in ('norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'course', 'nav_measure', 'upper_secondary', 'other')),
  constraint course_fulfils check (fulfils in ('norwegian', 'social_studies', 'life_skills_migration_health', 'life_skills_career', 'parental_guidance', 'work_or_education')),
  constraint course_fulfils_by_kind check (fulfils is null or case fulfils when 'life_skills_migration_health' then kind = 'life_skills' when 'life_skills_career' then kind = 'life_skills'
    when 'work_or_education' then kind in ('course', 'nav_measure', 'upper_secondary') else kind = fulfils end),
  constraint course_given_by check (given_by in ('adult_education', 'career_centre', 'nav', 'ngo', 'municipality', 'other')),
  constraint course_hours check (hours > 0),
  constraint course_meetings check (meetings between 1 and 200),
  constraint course_levels check (least_level in ('A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2') and most_level in ('A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
  constraint course_track check (track between 1 and 3),
  constraint course_stage check (stage in ('early', 'middle', 'late')),
  constraint course_timing check (timing in ('any_time', 'first_weeks', 'after_weeks', 'before_practice', 'last_months')),
  constraint course_timing_amount check ((timing in ('first_weeks', 'after_weeks', 'last_months')) = (timing_amount is not null) and timing_amount between 1 and 260),
  constraint course_seats check (seats between 1 and 500));
call app.fence('course');
create policy staff on course to app_staff using (true);
grant select, insert, update on course to app_staff;
grant select on course to app_participant;
comment on table course is 'A course of the municipality''s catalogue: what it is, for whom, how long, and when in the road it belongs. Health is not a course: it is time of one person''s own (TIL-07).';
comment on column course.fulfils is 'The element of integreringsloven §§ 14 and 14 a that it fulfils; null for what the law does not ask.';
comment on column course.track is 'The track (spor) it is made for. Said to whoever chooses; a person has none registered, so it is not held against anybody.';

create table course_relation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  course_id uuid not null,
  kind text not null,
  other_id uuid not null,
  constraint course_relation_pkey primary key (municipality_id, id),
  constraint course_relation_course foreign key (municipality_id, course_id) references course (municipality_id, id),
  constraint course_relation_other foreign key (municipality_id, other_id) references course (municipality_id, id),
  constraint course_relation_once unique (municipality_id, course_id, kind, other_id),
  constraint course_relation_kind check (kind in ('requires', 'replaces')),
  constraint course_relation_of_two check (course_id <> other_id));
call app.fence('course_relation');
create policy staff on course_relation to app_staff using (true);
grant select, insert, delete on course_relation to app_staff;
comment on table course_relation is 'Which courses come before a course (requires), and which need not be taken by whoever has had it (replaces).';

-- A run of a course is a class of it; what one does alone may follow a course too.
alter table activity add column course_id uuid;
alter table activity add constraint activity_course foreign key (municipality_id, course_id) references course (municipality_id, id);
alter table activity add constraint activity_health_is_no_course check (kind <> 'health' or course_id is null);
create index activity_by_course on activity (municipality_id, course_id) where course_id is not null;
comment on column activity.course_id is 'The course of the catalogue that it is a run of.';
create policy takes_part on course for select to app_participant
  using (exists (select from activity a where a.municipality_id = course.municipality_id and a.course_id = course.id));

-- The element a class carries out is a row that lives on through the revisions of the plan: now it must be one that is.
alter table activity_participant add constraint activity_participant_plan_element foreign key (municipality_id, plan_element_id) references plan_element (municipality_id, id);
create index activity_participant_by_plan_element on activity_participant (municipality_id, plan_element_id) where plan_element_id is not null;
alter table plan_element add column course_id uuid;
alter table plan_element add constraint plan_element_course foreign key (municipality_id, course_id) references course (municipality_id, id);
alter table plan_element add constraint plan_element_health_is_no_course check (kind <> 'health' or course_id is null);
comment on column plan_element.course_id is 'The course of the catalogue it was chosen from, where it was.';

create table course_credit (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  element text not null,
  kind text not null,
  amount numeric(6,1),
  on_date date not null,
  ground text not null,
  noted_by uuid not null default app.actor(),
  constraint course_credit_pkey primary key (municipality_id, id),
  constraint course_credit_noted_by foreign key (municipality_id, noted_by) references account (municipality_id, id),
  constraint course_credit_element check (element in ('norwegian', 'social_studies', 'life_skills_migration_health', 'life_skills_career', 'parental_guidance', 'work_or_education')),
  constraint course_credit_kind check (kind in ('done_elsewhere', 'exempt', 'judged_done')),
  constraint course_credit_amount check (amount > 0),
  constraint course_credit_whole check (kind = 'done_elsewhere' or amount is null),
  constraint course_credit_ground check (char_length(trim(ground)) between 1 and 500));
call app.fence_about_person('course_credit');
create policy ground on course_credit as restrictive to app_staff using ((select app.has_ground('case')));
comment on table course_credit is 'A statutory element somebody has done elsewhere, is exempt from, or is judged to have done: from which day and on what ground. Behind the ground case.';
comment on column course_credit.amount is 'Hours (of parental guidance: meetings) that were done elsewhere; null is the whole element.';
