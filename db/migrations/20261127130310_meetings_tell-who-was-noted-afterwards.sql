-- Who was noted after the day may be noted otherwise by mistake and set right; whoever was noted while it ran stays as noted.
alter table meeting_employer add column noted_afterwards boolean not null default false;
comment on column meeting_employer.noted_afterwards is 'A colleague answered after the day whether it was there: that answer alone may be set right.';
alter table meeting_guest add column noted_afterwards boolean not null default false;
comment on column meeting_guest.noted_afterwards is 'A colleague answered after the day whether she was there: that answer alone may be set right.';
