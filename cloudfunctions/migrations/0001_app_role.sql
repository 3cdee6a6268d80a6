-- The role the functions act under: it owns nothing and bypasses nothing. Each transaction steps down to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'shelin_app') then
    create role shelin_app nologin;
  end if;
end
$$;
--> statement-breakpoint
grant shelin_app to current_user;
--> statement-breakpoint
grant usage on schema public to shelin_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to shelin_app;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to shelin_app;
--> statement-breakpoint
-- The audit is append-only; applied migrations are none of the functions' business.
revoke update, delete on audit_entry from shelin_app;
--> statement-breakpoint
revoke all on schema_migration from shelin_app;
