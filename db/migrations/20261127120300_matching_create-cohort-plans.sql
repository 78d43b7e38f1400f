-- A plan for all who are without a place at once: computed, changed by people, and released by a named person, row by row (EMP-05, PLA-03).
create table cohort_plan (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  goal text not null,
  seed integer not null,
  weights_version integer not null,
  based_on uuid,
  solved_at timestamptz not null,
  solved_by uuid not null default app.actor(),
  milliseconds integer not null,
  people integer not null,
  placed integer not null,
  score integer not null,
  bound double precision,
  certificate_hash text,
  blocking_pairs integer not null,
  best_placed integer not null,
  best_score integer not null,
  limits jsonb not null default '[]',
  left_out jsonb not null default '{}',
  dropped_at timestamptz,
  constraint cohort_plan_pkey primary key (municipality_id, id),
  constraint cohort_plan_goal check (goal in ('most_placed', 'best_sum', 'stable')),
  constraint cohort_plan_numbers check (people >= 0 and placed between 0 and people and score >= 0 and blocking_pairs >= 0),
  constraint cohort_plan_proof check ((bound is null) = (certificate_hash is null) and (goal = 'stable' or bound is not null)),
  constraint cohort_plan_based_on foreign key (municipality_id, based_on) references cohort_plan (municipality_id, id),
  constraint cohort_plan_solved_by foreign key (municipality_id, solved_by) references account (municipality_id, id));
call app.fence('cohort_plan');
create policy staff on cohort_plan to app_staff using (true);
grant select, insert, update on cohort_plan to app_staff;
comment on table cohort_plan is 'One computed distribution of all without a place over all free seats: what for, by which weights and draw, how many, and the proof that there is none better. Names no participant.';
comment on column cohort_plan.seed is 'What decided between distributions that are equally good: drawn for each plan, so that neither names nor the order of rows do.';
comment on column cohort_plan.bound is 'What no distribution can be above, in the numbers that were solved with; equal to what was reached, or the plan is not kept. Null for a stable plan, which is proved by blocking_pairs = 0.';
comment on column cohort_plan.best_placed is 'How many there would be without anybody''s pins and forbids; best_score likewise: what choices by hand cost.';
comment on column cohort_plan.limits is 'Limits above the places as they were: supervisor, employer, municipality, each with the one above it.';

create table cohort_place (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  plan_id uuid not null,
  opening_id uuid not null,
  at integer not null,
  title text not null,
  employer_id uuid,
  employer_name text,
  place text,
  seats integer not null,
  limit_at integer,
  print jsonb not null,
  constraint cohort_place_pkey primary key (municipality_id, id),
  constraint cohort_place_once unique (municipality_id, plan_id, opening_id),
  constraint cohort_place_at unique (municipality_id, plan_id, at),
  constraint cohort_place_seats check (seats > 0),
  constraint cohort_place_plan foreign key (municipality_id, plan_id) references cohort_plan (municipality_id, id));
call app.fence('cohort_place');
create policy staff on cohort_place to app_staff using (true);
grant select, insert on cohort_place to app_staff;
comment on table cohort_place is 'A place as it was when the plan was solved. opening_id has no key: a neighbour''s shared place is a row of the neighbour.';
comment on column cohort_place.print is 'Prints of the facts the plan rests on, by part: what differs at the release is named and stops it.';

create table cohort_row (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  opening_id uuid,
  source text not null default 'solve',
  pairs bytea not null,
  print jsonb not null,
  facts jsonb not null,
  released_by uuid,
  released_at timestamptz,
  presentation_id uuid,
  constraint cohort_row_pkey primary key (municipality_id, id),
  constraint cohort_row_once unique (municipality_id, plan_id, person_id),
  constraint cohort_row_source check (source in ('solve', 'hand')),
  constraint cohort_row_released check ((released_by is null) = (released_at is null) and (released_by is null) = (presentation_id is null) and (released_by is null or opening_id is not null)),
  constraint cohort_row_plan foreign key (municipality_id, plan_id) references cohort_plan (municipality_id, id),
  constraint cohort_row_place foreign key (municipality_id, plan_id, opening_id) references cohort_place (municipality_id, plan_id, opening_id),
  constraint cohort_row_releaser foreign key (municipality_id, released_by) references account (municipality_id, id),
  constraint cohort_row_presentation foreign key (municipality_id, presentation_id) references presentation (municipality_id, id));
call app.fence_about_person('cohort_row');
-- what colleagues only think of is not hers to see before somebody has asked her
drop policy own on cohort_row;
revoke select on cohort_row from app_participant;
revoke delete on cohort_row from app_staff;
grant delete on cohort_row to app_merge;
comment on table cohort_row is 'One person in a plan: her place or none, why, and who released it as which proposal. Nobody outside is told before that.';
comment on column cohort_row.pairs is 'Her score at each place of the plan, by cohort_place.at, four bytes each: 0 where she cannot, below 0 where nothing of hers leads there and only a person may put her.';

create table cohort_decision (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  person_id uuid not null,
  kind text not null,
  opening_id uuid,
  made_by uuid not null default app.actor(),
  made_at timestamptz not null,
  constraint cohort_decision_pkey primary key (municipality_id, id),
  constraint cohort_decision_once unique nulls not distinct (municipality_id, plan_id, person_id, opening_id),
  constraint cohort_decision_kind check (kind in ('pin', 'forbid', 'hold')),
  constraint cohort_decision_opening check ((kind = 'hold') = (opening_id is null)),
  constraint cohort_decision_plan foreign key (municipality_id, plan_id) references cohort_plan (municipality_id, id),
  constraint cohort_decision_place foreign key (municipality_id, plan_id, opening_id) references cohort_place (municipality_id, plan_id, opening_id),
  constraint cohort_decision_maker foreign key (municipality_id, made_by) references account (municipality_id, id));
create unique index cohort_decision_fixed on cohort_decision (municipality_id, plan_id, person_id) where kind in ('pin', 'hold');
call app.fence_about_person('cohort_decision');
drop policy own on cohort_decision;
revoke select on cohort_decision from app_participant;
grant delete on cohort_decision to app_merge;
comment on table cohort_decision is 'What a person has decided in a plan and every new solve keeps to: this one there (pin), not there (forbid), nowhere for now (hold).';

-- Two persons made one stand in a plan once: the row that was released, else that of the one who stays.
create function app.settle_cohorts(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or cardinality(app.seen(array[keep, gone])) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  delete from cohort_row x using cohort_row o where x.municipality_id = app.municipality() and x.person_id in (keep, gone)
    and o.municipality_id = x.municipality_id and o.plan_id = x.plan_id and o.person_id in (keep, gone) and o.person_id <> x.person_id
    and (case when (x.released_at is null) = (o.released_at is null) then x.person_id = gone else x.released_at is null end);
  delete from cohort_decision x where x.municipality_id = app.municipality() and x.person_id = gone
    and exists (select from cohort_decision o where o.municipality_id = x.municipality_id and o.plan_id = x.plan_id and o.person_id = keep);
end $$;
alter function app.settle_cohorts(uuid, uuid) owner to app_merge;
revoke all on function app.settle_cohorts(uuid, uuid) from public;
grant execute on function app.settle_cohorts(uuid, uuid) to app_staff;
