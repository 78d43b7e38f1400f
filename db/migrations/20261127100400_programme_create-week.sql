-- The week: what each takes part in, where and when. A class has many; what is one person's own is behind the fence of that person.
create table activity (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid,
  kind text not null,
  title text,
  place text,
  teacher_id uuid,
  schedule jsonb not null default '[]',
  from_date date not null,
  to_date date,
  is_work_oriented boolean not null default false,
  own_work_hours numeric(4,2) not null default 0,
  constraint activity_pkey primary key (municipality_id, id),
  constraint activity_person foreign key (municipality_id, person_id) references person (municipality_id, id),
  constraint activity_teacher foreign key (municipality_id, teacher_id) references account (municipality_id, id),
  constraint activity_kind check (kind in ('norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'work_practice', 'language_practice', 'part_time_work', 'course', 'nav_measure',
    'upper_secondary', 'own_work', 'health', 'other')),
  constraint activity_period check (to_date is null or to_date >= from_date),
  constraint activity_own_work_hours check (own_work_hours between 0 and 37.5),
  constraint activity_health_says_nothing check (kind <> 'health' or (person_id is not null and title is null and place is null and teacher_id is null)),
  constraint activity_has_title check (kind = 'health' or title is not null));
create index activity_by_period on activity (municipality_id, from_date, to_date);
create index activity_by_teacher on activity (municipality_id, teacher_id);
create index on activity (municipality_id, person_id);
call app.fence('activity');
create policy staff on activity to app_staff using (person_id is null or exists (select from person p where p.id = activity.person_id));
grant select, insert, update on activity to app_staff;
grant select on activity to app_participant, app_search;
grant select, update on activity to app_merge;
comment on table activity is 'Something that takes place every week: a class (person_id is null) or what one person does alone (QUA-06, TIL-07). Health is only time taken: neither title nor place.';
comment on column activity.own_work_hours is 'Hours a week of work of one''s own that belong to it and stand at no hour of the day.';

create table activity_participant (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  activity_id uuid not null,
  person_id uuid not null,
  from_date date not null,
  to_date date,
  plan_element_id uuid,
  constraint activity_participant_pkey primary key (municipality_id, id),
  constraint activity_participant_activity foreign key (municipality_id, activity_id) references activity (municipality_id, id),
  constraint activity_participant_once unique (municipality_id, activity_id, person_id, from_date),
  constraint activity_participant_period check (to_date is null or to_date >= from_date));
call app.fence_about_person('activity_participant');
grant select on activity_participant to app_search;
comment on table activity_participant is 'Who takes part in an activity from when to when; also the one person of an own activity.';
comment on column activity_participant.plan_element_id is 'The element of her integration plan that this carries out.';
create policy takes_part on activity for select to app_participant
  using (exists (select from activity_participant t where t.municipality_id = activity.municipality_id and t.activity_id = activity.id));
-- whom to ask for: she sees the name of her teacher
create policy teacher on account for select to app_participant
  using (exists (select from activity a where a.municipality_id = account.municipality_id and a.teacher_id = account.id));

create table activity_exception (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  activity_id uuid not null,
  on_day date not null,
  moved_to date,
  from_time time,
  to_time time,
  place text,
  note text,
  constraint activity_exception_pkey primary key (municipality_id, id),
  constraint activity_exception_activity foreign key (municipality_id, activity_id) references activity (municipality_id, id),
  constraint activity_exception_once unique (municipality_id, activity_id, on_day),
  constraint activity_exception_moved check ((moved_to is null) = (from_time is null) and (moved_to is null) = (to_time is null) and (moved_to is not null or place is null)),
  constraint activity_exception_hours check (to_time > from_time));
call app.fence('activity_exception');
create policy staff on activity_exception to app_staff using (exists (select from activity a where a.municipality_id = activity_exception.municipality_id and a.id = activity_id));
create policy takes_part on activity_exception for select to app_participant using (exists (select from activity a where a.municipality_id = activity_exception.municipality_id and a.id = activity_id));
grant select, insert, update, delete on activity_exception to app_staff;
grant select on activity_exception to app_participant, app_search;
comment on table activity_exception is 'A day on which an activity does not take place, or is moved to another day or hour (moved_to may be the same day).';

create table family_time (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  label text not null,
  schedule jsonb not null,
  from_date date not null,
  to_date date,
  constraint family_time_pkey primary key (municipality_id, id),
  constraint family_time_period check (to_date is null or to_date >= from_date));
call app.fence_about_person('family_time');
comment on table family_time is 'The children''s fixed times in a parent''s week: to and from kindergarten and school. Takes time, counts no hours.';

-- whether her placement is agreed by all three decides whether it stands in her week
create policy own on approval for select to app_participant
  using (exists (select from agreement g where g.municipality_id = approval.municipality_id and g.id = agreement_id));
grant select (municipality_id, id, person_id, kind, from_date, to_date, ended_on, cancelled_at, submitted_at, schedule, revision) on agreement to app_search;
grant select (municipality_id, agreement_id, party, revision, withdrawn_at) on approval to app_search;

-- Whether nothing more is to be approved: the same cases as isConcluded of placements/agreement.core.ts.
create function app.is_agreed(agreement uuid, kind text, revision integer, submitted_at timestamptz, cancelled_at timestamptz) returns boolean language sql stable as $$
  select submitted_at is not null and cancelled_at is null and (kind in ('work_training', 'wage_subsidy')
    or (select count(distinct a.party) from approval a where a.municipality_id = (select app.municipality()) and a.agreement_id = agreement and a.revision = is_agreed.revision and a.withdrawn_at is null) = 3) $$;
