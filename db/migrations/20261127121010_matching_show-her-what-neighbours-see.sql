-- What a neighbour was shown of her is hers to read, exactly as it was shown (GDPR article 15).
grant select (consent_profile) on put_forward to app_participant;
