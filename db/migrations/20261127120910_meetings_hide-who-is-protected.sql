-- A name and own words are shown to employers with her yes alone, and never of one whose address is protected in any degree.
-- Held here, whoever writes what in whatever order: her no to coming, a protection that is set later, two persons made one.
create function app.hide_guest() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if new.reply = 'no' or exists (select from meeting_guest_person x join person p on p.municipality_id = x.municipality_id and p.id = x.person_id
    where x.municipality_id = new.municipality_id and x.guest_id = new.id and p.address_protection <> 'none') then
    new.shown_name := null;
    new.introduction := null;
  end if;
  return new;
end $$;
alter function app.hide_guest() owner to app_merge;
create trigger hide before insert or update on meeting_guest for each row when (new.shown_name is not null or new.introduction is not null) execute function app.hide_guest();

create function app.hide_guests_of_person() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  update meeting_guest g set shown_name = null, introduction = null, version = g.version + 1 from meeting_guest_person x
    where x.municipality_id = new.municipality_id and x.person_id = new.id and g.municipality_id = x.municipality_id and g.id = x.guest_id and (g.shown_name is not null or g.introduction is not null);
  return null;
end $$;
alter function app.hide_guests_of_person() owner to app_merge;
create trigger hide_at_meetings after update on person for each row when (new.address_protection <> 'none' and old.address_protection is distinct from new.address_protection) execute function app.hide_guests_of_person();

create function app.hide_new_guest() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  update meeting_guest g set shown_name = null, introduction = null, version = g.version + 1
    where g.municipality_id = new.municipality_id and g.id = new.guest_id and (g.shown_name is not null or g.introduction is not null)
    and exists (select from person p where p.municipality_id = new.municipality_id and p.id = new.person_id and p.address_protection <> 'none');
  return null;
end $$;
alter function app.hide_new_guest() owner to app_merge;
create trigger hide after insert or update on meeting_guest_person for each row execute function app.hide_new_guest();
revoke all on function app.hide_guest(), app.hide_guests_of_person(), app.hide_new_guest() from public;
comment on column meeting_guest.shown_name is 'Her given name, only with her yes to employers seeing it. Empty where she does not come or her address is protected: a trigger sees to it.';
comment on column meeting_guest.introduction is 'What she wants employers to read of her, in her own words. Empty where her name is.';
