-- Places shared with neighbours, and persons put forward there with their yes (decision note 030). Every row belongs to one municipality and
-- stays behind its fence. What may cross is told by the functions below and by nothing else, and only while both have agreed on it.
create table sharing_agreement (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  neighbour_id uuid not null,
  proposed_on date not null,
  proposed_by uuid not null default app.actor(),
  note text,
  accepted_on date,
  accepted_by_name text,
  ended_on date,
  ended_by_id uuid,
  ended_by_name text,
  end_reason text,
  constraint sharing_agreement_pkey primary key (municipality_id, id),
  constraint sharing_agreement_proposer foreign key (municipality_id, proposed_by) references account (municipality_id, id),
  constraint sharing_agreement_two check (neighbour_id <> municipality_id),
  constraint sharing_agreement_accepted check ((accepted_on is null) = (accepted_by_name is null)),
  constraint sharing_agreement_ended check ((ended_on is null) = (ended_by_id is null)));
-- one at a time between two, whoever proposed it
create unique index sharing_agreement_once on sharing_agreement (least(municipality_id, neighbour_id), greatest(municipality_id, neighbour_id)) where ended_on is null;
call app.fence('sharing_agreement');
create policy staff on sharing_agreement for select to app_staff using (true);
create policy propose on sharing_agreement for insert to app_staff with check (accepted_on is null and ended_on is null and proposed_by = (select app.actor()));
grant select, insert on sharing_agreement to app_staff;
grant select, update on sharing_agreement to app_gate;
grant select on sharing_agreement to app_search;
comment on table sharing_agreement is 'Two municipalities agree to share places: proposed by the owner of the row, accepted by the neighbour, ended by either. Changed by app.settle_sharing alone.';

create table shared_opening (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  opening_id uuid not null,
  neighbour_id uuid not null,
  shared_on date not null,
  shared_by uuid not null default app.actor(),
  constraint shared_opening_pkey primary key (municipality_id, id),
  constraint shared_opening_once unique (municipality_id, opening_id, neighbour_id),
  constraint shared_opening_opening foreign key (municipality_id, opening_id) references opening (municipality_id, id),
  constraint shared_opening_account foreign key (municipality_id, shared_by) references account (municipality_id, id));
call app.fence('shared_opening');
create policy staff on shared_opening to app_staff using (true);
grant select, insert, delete on shared_opening to app_staff;
grant select on shared_opening to app_gate;
comment on table shared_opening is 'A practice place that named neighbours may see. Never a vacancy: for those in public service the qualification principle rules.';

create table put_forward (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  owner_id uuid not null,
  owner_name text not null,
  opening_id uuid not null,
  opening_title text not null,
  employer_name text,
  note text,
  put_forward_on date not null,
  consent_on date not null,
  consent_how text not null,
  consent_text text not null,
  consent_parts text[] not null,
  consent_profile jsonb not null,
  consent_by uuid not null default app.actor(),
  withdrawn_on date,
  withdrawn_by text,
  withdrawn_reason text,
  constraint put_forward_pkey primary key (municipality_id, id),
  constraint put_forward_consent_account foreign key (municipality_id, consent_by) references account (municipality_id, id),
  constraint put_forward_elsewhere check (owner_id <> municipality_id),
  constraint put_forward_consent_how check (consent_how in ('spoken', 'spoken_with_interpreter', 'written')),
  constraint put_forward_consent_parts check (consent_parts <@ '{given_name,languages,experience,skills,certificates,work_permit}'::text[]),
  constraint put_forward_says_something check (cardinality(consent_parts) > 0 and consent_text <> ''),
  constraint put_forward_withdrawn_by check (withdrawn_by in ('person', 'staff', 'merged')),
  constraint put_forward_withdrawn check ((withdrawn_on is null) = (withdrawn_by is null)));
create unique index put_forward_once on put_forward (municipality_id, person_id, opening_id) where withdrawn_on is null;
create index put_forward_by_owner on put_forward (owner_id);
call app.fence_about_person('put_forward');
revoke insert, update, delete on put_forward from app_staff;
grant insert, update (version, withdrawn_on, withdrawn_by, withdrawn_reason) on put_forward to app_staff;
-- one whose address is protected is not sent across a border of municipalities, whoever asks
create policy unprotected on put_forward as restrictive for insert to app_staff with check (exists (select from person p where p.id = person_id and p.address_protection = 'none'));
-- she may take back what she has said yes to, and nothing else
create policy take_back on put_forward for update to app_participant using (person_id = (select app.person()) and withdrawn_on is null) with check (person_id = (select app.person()) and withdrawn_by = 'person');
grant update (version, withdrawn_on, withdrawn_by) on put_forward to app_participant;
revoke select on put_forward from app_participant;
grant select (municipality_id, id, version, person_id, owner_name, opening_title, employer_name, put_forward_on, consent_on, consent_how, consent_text, consent_parts, withdrawn_on, withdrawn_by) on put_forward to app_participant;
grant select on put_forward to app_gate, app_search;
comment on column put_forward.note is 'Why she might fit, for colleagues of her own municipality only.';
comment on table put_forward is 'A person put forward for a neighbour''s place with her yes to it: who noted it, when, the very words, and what she said yes to showing, as it was that day.';

create table neighbour_answer (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  put_forward_id uuid not null,
  opening_id uuid not null,
  from_name text not null,
  answer text not null,
  reason text,
  answered_on date not null,
  answered_by uuid not null default app.actor(),
  confirmed_on date,
  confirmed_by uuid,
  ended_on date,
  constraint neighbour_answer_pkey primary key (municipality_id, id),
  constraint neighbour_answer_once unique (municipality_id, put_forward_id),
  constraint neighbour_answer_opening foreign key (municipality_id, opening_id) references opening (municipality_id, id),
  constraint neighbour_answer_account foreign key (municipality_id, answered_by) references account (municipality_id, id),
  constraint neighbour_answer_confirmer foreign key (municipality_id, confirmed_by) references account (municipality_id, id),
  constraint neighbour_answer_answer check (answer in ('meet', 'not_now')),
  constraint neighbour_answer_reason check (answer = 'meet' or reason is not null),
  constraint neighbour_answer_confirmed check (confirmed_on is null or (answer = 'meet' and confirmed_by is not null)),
  constraint neighbour_answer_ended check (ended_on is null or confirmed_on is not null));
create index neighbour_answer_by_opening on neighbour_answer (municipality_id, opening_id);
call app.fence('neighbour_answer');
create policy staff on neighbour_answer to app_staff using (true);
grant select, insert, update on neighbour_answer to app_staff;
grant select on neighbour_answer to app_gate, app_search;
comment on table neighbour_answer is 'What the owner of a shared place answered to a neighbour: meet, or not now with the reason; when the seat was confirmed. Nothing of the person stands here.';

-- Whether two municipalities share places today, and nothing more.
create function app.shares(one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from sharing_agreement a where ((a.municipality_id = one and a.neighbour_id = other) or (a.municipality_id = other and a.neighbour_id = one)) and a.accepted_on is not null and a.ended_on is null) $$;

-- Seats taken of one municipality's places: by agreements, and by neighbours' persons whose seat is confirmed and whose yes stands.
create function app.taken_seats_of(owner uuid, today date) returns table (opening_id uuid, taken integer) language sql stable security definer set search_path = public, app, pg_temp as $$
  select s.opening_id, count(*)::int from (
    select g.opening_id from agreement g where g.municipality_id = owner and g.opening_id is not null and g.submitted_at is not null
      and g.cancelled_at is null and g.ended_on is null and (g.to_date is null or g.to_date >= today)
    union all
    select n.opening_id from neighbour_answer n where n.municipality_id = owner and n.confirmed_on is not null and (n.ended_on is null or n.ended_on > today)
      and exists (select from put_forward f where f.id = n.put_forward_id and f.owner_id = owner and f.opening_id = n.opening_id and f.withdrawn_on is null)) s
  group by s.opening_id $$;
create or replace function app.taken_seats(today date) returns table (opening_id uuid, taken integer) language sql stable security definer set search_path = public, app, pg_temp as $$
  select t.opening_id, t.taken from app.taken_seats_of(app.municipality(), today) t $$;

-- The other municipalities of this installation, invented ones apart from real ones: name and number.
create function app.list_neighbours() returns table (id uuid, number text, name text, region text, same_region boolean) language sql stable security definer set search_path = public, app, pg_temp as $$
  select m.id, m.number, m.name, m.region, coalesce(m.region = own.region, false) from municipality m, municipality own
  where own.id = app.municipality() and m.id <> own.id and m.is_test = own.is_test order by 5 desc, m.name $$;

-- The agreements the asking municipality is a party to, as both see them.
create function app.list_sharing() returns table (id uuid, version integer, is_ours boolean, other_id uuid, other_name text, proposed_on date, proposed_by_name text, note text,
  accepted_on date, accepted_by_name text, ended_on date, ended_by_us boolean, ended_by_name text, end_reason text)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select a.id, a.version, a.municipality_id = app.municipality(), m.id, m.name, a.proposed_on, p.name, a.note, a.accepted_on, a.accepted_by_name, a.ended_on, a.ended_by_id = app.municipality(), a.ended_by_name, a.end_reason
  from sharing_agreement a join municipality m on m.id = case when a.municipality_id = app.municipality() then a.neighbour_id else a.municipality_id end
    left join account p on p.municipality_id = a.municipality_id and p.id = a.proposed_by
  where app.municipality() in (a.municipality_id, a.neighbour_id) order by a.ended_on nulls first, a.proposed_on desc, a.id $$;

-- The neighbour accepts; either ends it. Nothing where it is not for the asking municipality to do, or the version is another.
create function app.settle_sharing(agreement uuid, at_version integer, act text, on_day date, why text) returns integer
language plpgsql volatile security definer set search_path = public, app, pg_temp as $$
declare here uuid := app.municipality(); who text := (select a.name from account a where a.municipality_id = app.municipality() and a.id = app.actor()); saved integer; begin
  if act not in ('accept', 'end') then raise exception 'unknown act'; end if;
  update sharing_agreement a set version = a.version + 1,
    accepted_on = case when act = 'accept' then on_day else a.accepted_on end, accepted_by_name = case when act = 'accept' then coalesce(who, '–') else a.accepted_by_name end,
    ended_on = case when act = 'end' then on_day end, ended_by_id = case when act = 'end' then here end, ended_by_name = case when act = 'end' then coalesce(who, '–') end, end_reason = case when act = 'end' then why end
  where a.id = agreement and a.version = at_version and a.ended_on is null
    and ((act = 'accept' and a.neighbour_id = here and a.accepted_on is null) or (act = 'end' and here in (a.municipality_id, a.neighbour_id)))
  returning a.version into saved;
  return saved; end $$;

-- Neighbours' places that are shared with the asking municipality: what is needed to compare them and to ring about them. Not who else is in question.
create function app.shared_openings(today date, at timestamptz) returns table (id uuid, kind text, owner_id uuid, owner_name text, title text, occupation_code text, tasks text, extent text, schedule jsonb, hours_per_week numeric,
  physical_demands text[], reachable_by text[], transport_note text, employer_name text, postcode text, place text, from_date date, to_date date, apply_until date, seats integer, free_seats integer, is_open boolean, is_named boolean,
  contact_name text, contact_email text, demands jsonb)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select o.id, o.kind, m.id, m.name, o.title, o.occupation_code, o.tasks, o.extent, o.schedule, o.hours_per_week, o.physical_demands, o.reachable_by, o.transport_note, coalesce(e.name, o.employer_name), coalesce(o.postcode, e.postcode), coalesce(o.place, e.place),
    o.from_date, o.to_date, o.apply_until, o.seats, o.seats - coalesce(t.taken, 0),
    o.withdrawn_at is null and (o.expires_at is null or o.expires_at > at) and (o.apply_until is null or o.apply_until >= today) and (o.to_date is null or o.to_date >= today), o.supervisor_contact_id is not null, c.name, c.email,
    coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'isRequired', d.is_required, 'skill', d.skill, 'level', d.level, 'name', d.name, 'sentence', d.sentence, 'statutoryBasis', d.statutory_basis) order by d.is_required desc, d.kind, d.id)
      from opening_demand d where d.municipality_id = o.municipality_id and d.opening_id = o.id), '[]')
  from shared_opening s join municipality m on m.id = s.municipality_id
    join opening o on o.municipality_id = s.municipality_id and o.id = s.opening_id and o.kind = 'practice_place'
    left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
    left join account c on c.municipality_id = s.municipality_id and c.id = coalesce(e.contact_account_id, s.shared_by)
    left join lateral (select x.taken from app.taken_seats_of(s.municipality_id, today) x where x.opening_id = o.id) t on true
  where s.neighbour_id = app.municipality() and app.shares(s.municipality_id, s.neighbour_id) $$;

-- Persons neighbours have put forward for the asking municipality's places, while their yes stands and both share: how many, from where, not who.
create function app.put_forward_here() returns table (id uuid, opening_id uuid, from_id uuid, from_name text, put_forward_on date, consent_on date)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select f.id, f.opening_id, m.id, m.name, f.put_forward_on, f.consent_on from put_forward f join municipality m on m.id = f.municipality_id
    join person p on p.municipality_id = f.municipality_id and p.id = f.person_id and p.address_protection = 'none'
  where f.owner_id = app.municipality() and f.withdrawn_on is null and app.shares(f.municipality_id, f.owner_id)
    and exists (select from shared_opening s where s.municipality_id = f.owner_id and s.opening_id = f.opening_id and s.neighbour_id = f.municipality_id) $$;

-- What she said yes to showing, to the owner of the place. It cannot be read without her own municipality's log, and so she herself, being told.
create function app.read_put_forward(one uuid) returns table (id uuid, opening_id uuid, from_name text, consent_on date, profile jsonb, contact_name text, contact_email text)
language plpgsql volatile security definer set search_path = public, app, pg_temp as $$ begin
  insert into audit_log (municipality_id, operation, subjects, detail)
    select f.municipality_id, 'matching.readByNeighbour', array[f.person_id], jsonb_build_object('municipality', h.name, 'colleague', a.name, 'opening', f.opening_id)
    from app.put_forward_here() x join put_forward f on f.id = x.id and f.municipality_id = x.from_id join municipality h on h.id = app.municipality()
      left join account a on a.municipality_id = app.municipality() and a.id = app.actor() where x.id = one;
  return query select f.id, f.opening_id, x.from_name, f.consent_on, f.consent_profile, c.name, c.email
    from app.put_forward_here() x join put_forward f on f.id = x.id and f.municipality_id = x.from_id
      left join account c on c.municipality_id = f.municipality_id and c.id = f.consent_by where x.id = one; end $$;

-- What the owners of the places answered, to the municipality that put somebody forward; of those the asking colleague may see.
create function app.answers_from_neighbours() returns table (put_forward_id uuid, answer text, reason text, answered_on date, answered_by_name text, confirmed_on date, ended_on date)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select f.id, n.answer, n.reason, n.answered_on, a.name, n.confirmed_on, n.ended_on
  from put_forward f join neighbour_answer n on n.municipality_id = f.owner_id and n.put_forward_id = f.id and n.opening_id = f.opening_id
    left join account a on a.municipality_id = n.municipality_id and a.id = n.answered_by
  where f.municipality_id = app.municipality() and f.person_id = any (app.seen(array[f.person_id])) $$;

grant select on opening, opening_demand, employer to app_gate;
grant select (municipality_id, id, address_protection) on person to app_gate;
grant insert on audit_log to app_gate;
grant execute on function app.seen(uuid[]) to app_gate;
do $$ declare f text; begin
  foreach f in array array['shares(uuid,uuid)', 'taken_seats_of(uuid,date)', 'taken_seats(date)'] loop
    execute format('alter function app.%s owner to app_search', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
  foreach f in array array['list_neighbours()', 'list_sharing()', 'settle_sharing(uuid,integer,text,date,text)', 'shared_openings(date,timestamptz)', 'put_forward_here()', 'read_put_forward(uuid)', 'answers_from_neighbours()'] loop
    execute format('alter function app.%s owner to app_gate', f);
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to app_staff', f);
  end loop;
end $$;
grant execute on function app.shares(uuid,uuid), app.taken_seats_of(uuid,date) to app_gate;
