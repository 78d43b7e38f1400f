-- What the municipality itself says about the rules: figures no release had, its reading of what the law leaves open, and the
-- day an enacted rule came into force. Nothing is ever changed: a correction is a new row that replaces the former one, once.
create table rule_value (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  name text not null,
  applies_from date not null,
  value numeric,
  is_withdrawn boolean not null default false,
  source text not null,
  certainty text not null,
  replaces uuid,
  entered_by uuid not null default app.actor(),
  at timestamptz not null default clock_timestamp(),
  constraint rule_value_pkey primary key (municipality_id, id),
  constraint rule_value_replaces foreign key (municipality_id, replaces) references rule_value (municipality_id, id),
  constraint rule_value_replaced_once unique nulls not distinct (municipality_id, name, applies_from, replaces),
  constraint rule_value_source check (length(trim(source)) >= 3),
  constraint rule_value_certainty check (certainty in ('V', 'P', 'K')),
  constraint rule_value_withdrawn check (not is_withdrawn or value is null));
comment on table rule_value is 'A figure of the law the municipality has entered, with its source. Value null is a repeal; withdrawn takes a mistaken row away. The row that no other replaces counts.';

create table rule_choice (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  name text not null,
  option text,
  reason text not null,
  source text not null,
  replaces uuid,
  chosen_by uuid not null default app.actor(),
  at timestamptz not null default clock_timestamp(),
  constraint rule_choice_pkey primary key (municipality_id, id),
  constraint rule_choice_replaces foreign key (municipality_id, replaces) references rule_choice (municipality_id, id),
  constraint rule_choice_replaced_once unique nulls not distinct (municipality_id, name, replaces),
  constraint rule_choice_grounds check (length(trim(reason)) >= 3 and length(trim(source)) >= 3));
comment on table rule_choice is 'How the municipality reads what the law leaves open, why, and on whose word: the register of local interpretations. Option null is undecided again. The row that no other replaces counts.';

create table rule_commencement (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  name text not null,
  on_day date,
  source text not null,
  replaces uuid,
  entered_by uuid not null default app.actor(),
  at timestamptz not null default clock_timestamp(),
  constraint rule_commencement_pkey primary key (municipality_id, id),
  constraint rule_commencement_replaces foreign key (municipality_id, replaces) references rule_commencement (municipality_id, id),
  constraint rule_commencement_replaced_once unique nulls not distinct (municipality_id, name, replaces),
  constraint rule_commencement_source check (length(trim(source)) >= 3));
comment on table rule_commencement is 'The day an enacted rule came into force, by the decision named in the source. On_day null is not in force after all. The row that no other replaces counts.';

-- Participants read what their own rights are worked out from, not who entered it or why.
do $$ declare t text; begin
  foreach t in array array['rule_value', 'rule_choice', 'rule_commencement'] loop
    execute format('call app.fence(%L)', t);
    execute format('create policy staff on %I for select to app_staff using (true)', t);
    execute format('create policy enter on %I for insert to app_staff with check (true)', t);
    execute format('create policy participant on %I for select to app_participant using (true)', t);
    execute format('grant select, insert on %I to app_staff', t);
  end loop;
end $$;
grant select (municipality_id, id, name, applies_from, value, is_withdrawn, source, certainty, replaces, at) on rule_value to app_participant;
grant select (municipality_id, id, name, option, replaces, at) on rule_choice to app_participant;
grant select (municipality_id, id, name, on_day, replaces, at) on rule_commencement to app_participant;
