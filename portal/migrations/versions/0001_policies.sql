-- Who may see and change which row, told by the database itself.
-- The application says in each transaction who is asking (portal/data/session.py); said
-- nothing, nobody is asking and no row is seen. Roles: owner (migrations), app, worker.

create function current_supplier() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.supplier', true), '')::uuid;
create function current_buyer() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.buyer', true), '')::uuid;
create function current_reviewer() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.reviewer', true), '')::uuid;
create function current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user', true), '')::uuid;
create function at_the_door() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.door', true), '') = 'sign-in';

grant usage on schema public to app, worker;

-- Organisations and people -----------------------------------------------------------------

alter table organisation enable row level security;
grant select, insert on organisation to app;
grant select on organisation to worker;
create policy seen on organisation for select to app using (
  (select at_the_door()) or (select current_buyer()) is not null
  or id = (select current_supplier()) or (kind <> 'supplier' and (select current_person()) is not null));
create policy registered_by_a_buyer on organisation for insert to app with check (
  kind = 'supplier' and (select current_buyer()) is not null);
create policy all_seen on organisation to worker using (true);

alter table "user" enable row level security;
grant select, insert, update on "user" to app;
grant select on "user" to worker;
create policy own_organisation on "user" to app
  using ((select at_the_door()) or organisation_id = coalesce((select current_supplier()), (select current_buyer())))
  with check ((select at_the_door()) or organisation_id = coalesce((select current_supplier()), (select current_buyer())));
create policy all_seen on "user" for select to worker using (true);

alter table session enable row level security;
grant select, insert, update, delete on session to app;
grant select, delete on session to worker;
create policy own on session to app
  using ((select at_the_door()) or user_id = (select current_person()))
  with check ((select at_the_door()) or user_id = (select current_person()));
create policy swept on session to worker using (true);

alter table invitation enable row level security;
grant select, insert, update on invitation to app;
grant select on invitation to worker;
create policy own_organisation on invitation to app
  using ((select at_the_door()) or buyer_id = (select current_buyer())
         or organisation_id = coalesce((select current_supplier()), (select current_buyer())))
  with check ((select at_the_door()) or buyer_id = (select current_buyer())
         or organisation_id = coalesce((select current_supplier()), (select current_buyer())));
create policy all_seen on invitation for select to worker using (true);

-- Whether a supplier has anyone who can sign in: a buyer invites the first person there, and
-- nobody after that one. A planner learns this much and never who works there.
create function has_people(supplier uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select exists (
      select from "user" u where u.organisation_id = supplier and u.disabled_at is null);
  end;
revoke execute on function has_people from public;
grant execute on function has_people to app;

-- Asking -----------------------------------------------------------------------------------

grant select on questionnaire to app, worker;

alter table campaign enable row level security;
grant select, insert, update on campaign to app;
grant select on campaign to worker;

alter table assessment enable row level security;
grant select, insert, update on assessment to app;
grant select, update on assessment to worker;
create policy of_either_side on assessment for select to app using (
  supplier_id = (select current_supplier()) or buyer_id = (select current_buyer()));
create policy sent_by_its_buyer on assessment for insert to app
  with check (buyer_id = (select current_buyer()));
create policy moved_by_either_side on assessment for update to app
  using (supplier_id = (select current_supplier()) or buyer_id = (select current_buyer()));
create policy all_seen on assessment to worker using (true);

create policy own on campaign to app
  using (buyer_id = (select current_buyer())) with check (buyer_id = (select current_buyer()));
create policy asked_of_me on campaign for select to app using (
  exists (select from assessment a where a.campaign_id = campaign.id
          and a.supplier_id = (select current_supplier())));
create policy all_seen on campaign to worker using (true);

-- A draft is the supplier's own (promise 2): no policy here names a buyer --------------------

alter table answer enable row level security;
grant select, insert, update on answer to app;
grant select on answer to worker;
create policy own on answer to app
  using (supplier_id = (select current_supplier())) with check (supplier_id = (select current_supplier()));
create policy all_seen on answer for select to worker using (true);

alter table answer_version enable row level security;
grant select, insert on answer_version to app;
create policy own on answer_version to app
  using (supplier_id = (select current_supplier())) with check (supplier_id = (select current_supplier()));

alter table evidence enable row level security;
grant select, insert, delete on evidence to app;
grant select on evidence to worker;
create policy own on evidence to app
  using (supplier_id = (select current_supplier())) with check (supplier_id = (select current_supplier()));
create policy all_seen on evidence for select to worker using (true);

-- What was handed in: read by the supplier and by the buyer's reviewers, changed by none -----

alter table submission enable row level security;
grant select, insert on submission to app;
grant select on submission to worker;
create policy seen on submission for select to app using (
  supplier_id = (select current_supplier()) or buyer_id = (select current_reviewer()));
create policy handed_in on submission for insert to app
  with check (supplier_id = (select current_supplier()));
create policy all_seen on submission for select to worker using (true);

alter table submission_evidence enable row level security;
grant select, insert on submission_evidence to app;
grant select on submission_evidence to worker;
create policy seen on submission_evidence for select to app using (
  supplier_id = (select current_supplier()) or buyer_id = (select current_reviewer()));
create policy handed_in on submission_evidence for insert to app
  with check (supplier_id = (select current_supplier()));
create policy all_seen on submission_evidence for select to worker using (true);

alter table requirement_review enable row level security;
grant select, insert on requirement_review to app;
create policy own on requirement_review to app
  using (buyer_id = (select current_reviewer())) with check (buyer_id = (select current_reviewer()));

-- Documents: a buyer's one door is a submission that holds the document ----------------------

alter table document enable row level security;
grant select, insert, update, delete on document to app;
grant select, update on document to worker;
create policy own on document to app
  using (supplier_id = (select current_supplier())) with check (supplier_id = (select current_supplier()));
create policy handed_in on document for select to app using (
  exists (select from submission_evidence e where e.document_id = document.id
          and e.buyer_id = (select current_reviewer())));
create policy all_seen on document to worker using (true);

alter table page enable row level security;
grant select, delete on page to app;
grant select, insert, update, delete on page to worker;
create policy own on page to app using (supplier_id = (select current_supplier()));
create policy handed_in on page for select to app using (
  exists (select from submission_evidence e where e.document_id = page.document_id
          and e.buyer_id = (select current_reviewer())));
create policy all_seen on page to worker using (true);

alter table flag enable row level security;
grant select, delete on flag to app;
grant select, insert, update, delete on flag to worker;
create policy own on flag to app using (supplier_id = (select current_supplier()));
create policy handed_in on flag for select to app using (
  exists (select from submission_evidence e where e.document_id = flag.document_id
          and e.buyer_id = (select current_reviewer())));
create policy all_seen on flag to worker using (true);

alter table flag_decision enable row level security;
grant select, insert on flag_decision to app;
grant update (undone_at) on flag_decision to app;
create policy own on flag_decision to app
  using (buyer_id = (select current_reviewer())) with check (buyer_id = (select current_reviewer()));

grant select on flag_decision to worker;
create policy all_seen on flag_decision for select to worker using (true);

alter table finding enable row level security;
grant select, delete on finding to app;
grant select, insert, delete on finding to worker;
create policy own on finding to app using (supplier_id = (select current_supplier()));
create policy handed_in on finding for select to app using (
  submission_id is not null and buyer_id = (select current_reviewer()));
create policy all_seen on finding to worker using (true);

-- What goes out ------------------------------------------------------------------------------

-- Ids only; no row tells whose.
grant select, insert, update on outbox to app, worker;
grant delete on outbox to worker;
grant usage on all sequences in schema public to app, worker;

alter table notification enable row level security;
grant insert on notification to app;
-- Every column but the secret link: a planner who reads the mail list must not be able to
-- accept a supplier's invitation.
grant select (id, slot, kind, address, user_id, supplier_id, buyer_id, assessment_id, language,
              subject, text, html, calendar, message_id, state, error, attempts, created_at,
              claimed_at, sent_at) on notification to app;
grant select, insert, update on notification to worker;
create policy seen on notification for select to app using (
  buyer_id = (select current_buyer()) or supplier_id = (select current_supplier())
  or user_id = (select current_person()));
create policy written on notification for insert to app with check (
  (select at_the_door()) or buyer_id = (select current_buyer())
  or supplier_id = (select current_supplier()) or user_id = (select current_person()));
create policy all_seen on notification to worker using (true);

alter table reminder enable row level security;
grant select, insert, update on reminder to app;
grant select, update on reminder to worker;
create policy own on reminder to app
  using (buyer_id = (select current_buyer())) with check (buyer_id = (select current_buyer()));
create policy about_me on reminder for select to app using (supplier_id = (select current_supplier()));
create policy all_seen on reminder to worker using (true);

-- The audit log: appended by one function, read by the owner ---------------------------------

-- The lock makes the chain one line even when many write at once; it is held to commit, so
-- callers append last.
create function append_audit(line text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  last audit_entry;
begin
  perform pg_advisory_xact_lock(hashtext('underlag.audit'));
  select * into last from audit_entry order by number desc limit 1;
  insert into audit_entry (number, entry, hash)
  values (coalesce(last.number, 0) + 1, line,
          sha256(coalesce(last.hash, '\x'::bytea) || convert_to(line, 'UTF8')));
  return coalesce(last.number, 0) + 1;
end $$;
revoke execute on function append_audit from public;
grant execute on function append_audit to app, worker;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was written here is never changed';
end $$;
create trigger append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on questionnaire
  for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on submission
  for each statement execute function refuse_change();
