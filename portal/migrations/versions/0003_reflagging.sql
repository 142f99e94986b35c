-- Short locks only: whoever has to wait longer tries the migration again.
SET LOCAL lock_timeout = '5s';

-- Until now the key named the words alone, but where several facts shared them.
ALTER TABLE flag ADD COLUMN place TEXT, ADD COLUMN said TEXT DEFAULT '' NOT NULL;
UPDATE flag SET place = key;
ALTER TABLE flag ALTER COLUMN place SET NOT NULL;

ALTER TABLE flag_decision
  ADD COLUMN place TEXT,
  ADD COLUMN said TEXT DEFAULT '' NOT NULL,
  ADD COLUMN topic TEXT DEFAULT '' NOT NULL,
  ADD COLUMN page INTEGER DEFAULT '0' NOT NULL,
  ADD COLUMN start INTEGER DEFAULT '0' NOT NULL,
  ADD COLUMN "end" INTEGER DEFAULT '0' NOT NULL;
UPDATE flag_decision SET place = key;
ALTER TABLE flag_decision ALTER COLUMN place SET NOT NULL;
DROP INDEX flag_decision_of_idx;
CREATE INDEX flag_decision_of_idx ON flag_decision (buyer_id, sha256, place);

CREATE TABLE reflagging (
  id UUID DEFAULT uuidv7() NOT NULL,
  document_id UUID NOT NULL,
  supplier_id UUID NOT NULL,
  former_version TEXT NOT NULL,
  version TEXT NOT NULL,
  new INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  changes JSONB NOT NULL,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT reflagging_pkey PRIMARY KEY (id),
  CONSTRAINT reflagging_document_id_supplier_id_fkey FOREIGN KEY(document_id, supplier_id)
    REFERENCES document (id, supplier_id) ON DELETE CASCADE
);
CREATE INDEX reflagging_of_idx ON reflagging (document_id, made_at);

ALTER TABLE reflagging ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON reflagging TO app;
GRANT SELECT, INSERT ON reflagging TO worker;
CREATE POLICY handed_in ON reflagging FOR SELECT TO app USING (
  EXISTS (SELECT FROM submission_evidence e WHERE e.document_id = reflagging.document_id
          AND e.buyer_id = (SELECT current_reviewer())));
CREATE POLICY all_seen ON reflagging TO worker USING (true);
