-- The language somebody wants an interpreter in says where she comes from. Employers read that an interpreter comes, no more.
revoke select (language) on meeting_guest from app_employer;
revoke select (municipality_id, id, day_id, name, languages) on meeting_interpreter from app_employer;
drop policy of_link on meeting_interpreter;
create policy of_link on meeting_interpreter for select to app_participant using (day_id = (select app.meeting_day()));
comment on column meeting_guest.language is 'The language she wants an interpreter in; null for none. Never told to an employer.';
