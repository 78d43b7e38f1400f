-- Roles of Fotfeste. Run by `migrate` where it may create roles, else once by the database's own administrator.
-- nologin roles hold the rights; the three sign-in roles are members without inheriting, so that a connection
-- which forgets to say who is asking may do nothing at all. Each portal has a sign-in role of its own.
do $$
declare r text;
begin
  foreach r in array array['app_staff', 'app_participant', 'app_employer', 'app_stats'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
  end loop;
  -- the gate answers "whose session, whose link is this?" before anybody is known; search finds ids past the fence; merge makes two persons one
  foreach r in array array['app_gate', 'app_search', 'app_merge'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin bypassrls', r); end if;
  end loop;
  foreach r in array array['fotfeste_staff', 'fotfeste_portal', 'fotfeste_worker', 'fotfeste_stats'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I login noinherit', r); end if;
  end loop;
end $$;
grant app_staff to fotfeste_staff;
grant app_participant, app_employer to fotfeste_portal;
grant app_stats to fotfeste_stats;

grant app_staff to fotfeste_worker;
