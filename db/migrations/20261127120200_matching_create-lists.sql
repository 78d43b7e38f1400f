-- Lists of places that are the same from day to day unless facts changed, and what a seat costs when everybody is counted.
create table match_list (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  day date not null,
  person_print text not null,
  weights_print text not null,
  facts jsonb not null,
  lines jsonb not null,
  constraint match_list_pkey primary key (municipality_id, id));
call app.fence_about_person('match_list');
drop policy own on match_list;
revoke select on match_list from app_participant;
create index match_list_by_day on match_list (municipality_id, day);
comment on table match_list is 'The list of places for one person as it was shown to a colleague on a day. The two newest are kept: today''s, and the one it is compared with. When two persons are made one, her lists move too and grow old.';
comment on column match_list.facts is 'What counted of her that day, by facts.schema.ts: so that it can be said what changed.';
comment on column match_list.lines is 'In order: opening, print of its facts, free seats, verdict, what it stood by (lists/list.schema.ts).';

create table match_chance (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  best integer not null,
  suits integer not null,
  constraint match_chance_pkey primary key (municipality_id, id),
  constraint match_chance_counts check (best >= 0 and suits >= 0));
call app.fence_about_person('match_chance');
drop policy own on match_chance;
revoke select on match_chance from app_participant;
comment on table match_chance is 'What somebody has at best when seats are priced, and how many places suit her: made anew with place_price, and read when the people for one place are put in order.';

create table place_price (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  made_on date not null,
  made_at timestamptz not null default now(),
  print text not null,
  prices jsonb not null,
  constraint place_price_pkey primary key (municipality_id, id),
  constraint place_price_one unique (municipality_id));
call app.fence('place_price');
create policy staff on place_price to app_staff using (true);
grant select, insert, update, delete on place_price to app_staff;
comment on table place_price is 'What a seat costs in the best plan for everybody without a place (its dual prices), and how many each place suits. One row: made once a day, or when facts changed. No personal data.';
