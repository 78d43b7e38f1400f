-- Who does what between the services that help somebody to work: agreed in writing, and kept as it was at every time.
create table work_division (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  number integer not null,
  agreed_on date,
  agreed_by text,
  valid_from date not null,
  review_on date,
  reviewer_id uuid,
  reason text not null default '',
  content jsonb not null,
  made_by uuid not null default app.actor(),
  made_at timestamptz not null,
  constraint work_division_pkey primary key (municipality_id, id),
  constraint work_division_number_once unique (municipality_id, number),
  constraint work_division_number check (number > 0),
  constraint work_division_agreed check ((agreed_on is null) = (agreed_by is null)),
  constraint work_division_review check (review_on is null or (review_on > valid_from and reviewer_id is not null)),
  constraint work_division_reviewer foreign key (municipality_id, reviewer_id) references account (municipality_id, id),
  constraint work_division_made_by foreign key (municipality_id, made_by) references account (municipality_id, id));
call app.fence('work_division');
create policy reading on work_division for select to app_staff using (true);
-- whoever answers for the services together: the ground that opens the overview
create policy writing on work_division for insert to app_staff with check ((select app.has_ground('overview')));
grant select, insert on work_division to app_staff;
comment on table work_division is 'The written division of work between refugee service, adult education, municipal and state Nav, HR, business developer and others (KAR-10): one row for each version, never changed. Names no participant.';
comment on column work_division.agreed_on is 'Null while it is a proposal: a proposal is shown, and nobody is told to go by it.';
comment on column work_division.content is 'Bodies with contacts, duties with who is responsible, takes part and is told, open questions: by src/domains/cooperation/division.schema.ts.';
