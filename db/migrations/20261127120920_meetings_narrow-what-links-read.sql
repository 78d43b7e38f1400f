-- Of a day whoever holds a link, or comes, reads what the pages tell; the figures of the plan and whom it leaves out are for those who plan.
revoke select on meeting_day from app_participant, app_employer;
grant select (municipality_id, id, kind, title, on_date, place, address, rounds, office, reply_by, state) on meeting_day to app_participant, app_employer;
