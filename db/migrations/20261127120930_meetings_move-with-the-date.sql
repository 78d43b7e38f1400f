-- A day that is moved takes its links along, and asks those anew who were asked for the old date.
alter table meeting_guest add column ask_anew boolean not null default false;
alter table meeting_employer add column ask_anew boolean not null default false;
comment on column meeting_guest.ask_anew is 'Asked for another date than the day now has: a letter is due when invitations are sent.';
comment on column meeting_employer.ask_anew is 'Asked for another date than the day now has: a letter is due when invitations are sent.';

-- Also links of those whom the one who moves the day may not see. A link is open until a fortnight after the day.
create function app.carry_meeting_links() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  update personal_link set expires_at = (new.on_date + 15)::timestamp at time zone 'Europe/Oslo'
    where municipality_id = new.municipality_id and meeting_day_id = new.id and revoked_at is null and used_at is null;
  return null;
end $$;
grant update (expires_at) on personal_link to app_gate;
alter function app.carry_meeting_links() owner to app_gate;
create trigger carry_links after update of on_date on meeting_day for each row when (old.on_date is distinct from new.on_date) execute function app.carry_meeting_links();
revoke all on function app.carry_meeting_links() from public;
