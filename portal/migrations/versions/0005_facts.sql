-- Short locks only: whoever has to wait longer tries the migration again.
SET LOCAL lock_timeout = '5s';

CREATE TABLE document_fact (
  id UUID DEFAULT uuidv7() NOT NULL,
  document_id UUID NOT NULL,
  supplier_id UUID NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  boxes JSONB NOT NULL,
  rule TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  proposed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT document_fact_pkey PRIMARY KEY (id),
  CONSTRAINT document_fact_document_id_supplier_id_fkey FOREIGN KEY(document_id, supplier_id)
    REFERENCES document (id, supplier_id) ON DELETE CASCADE
);
CREATE INDEX document_fact_of_idx ON document_fact (document_id);

CREATE TABLE fact_statement (
  id UUID DEFAULT uuidv7() NOT NULL,
  document_id UUID NOT NULL,
  supplier_id UUID NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  proposed TEXT NOT NULL,
  said_by UUID NOT NULL,
  said_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT fact_statement_pkey PRIMARY KEY (id),
  CONSTRAINT fact_statement_document_id_supplier_id_fkey FOREIGN KEY(document_id, supplier_id)
    REFERENCES document (id, supplier_id) ON DELETE CASCADE
);
CREATE INDEX fact_statement_of_idx ON fact_statement (document_id, name, said_at);

-- Facts follow the document, as its flags do.
ALTER TABLE document_fact ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON document_fact TO app;
GRANT SELECT, INSERT, DELETE ON document_fact TO worker;
CREATE POLICY own ON document_fact TO app USING (supplier_id = (SELECT current_supplier()));
CREATE POLICY handed_in ON document_fact FOR SELECT TO app USING (
  EXISTS (SELECT FROM submission_evidence e WHERE e.document_id = document_fact.document_id
          AND e.buyer_id = (SELECT current_reviewer())));
CREATE POLICY all_seen ON document_fact TO worker USING (true);

-- A statement is handed in with the document: a buyer sees none that was made after that, for
-- it may belong to another buyer's draft.
ALTER TABLE fact_statement ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON fact_statement TO app;
GRANT SELECT ON fact_statement TO worker;
CREATE POLICY own ON fact_statement TO app
  USING (supplier_id = (SELECT current_supplier()))
  WITH CHECK (supplier_id = (SELECT current_supplier()) AND said_by = (SELECT current_person()));
CREATE POLICY handed_in ON fact_statement FOR SELECT TO app USING (
  EXISTS (SELECT FROM submission_evidence e JOIN submission s ON s.id = e.submission_id
          WHERE e.document_id = fact_statement.document_id
          AND e.buyer_id = (SELECT current_reviewer())
          AND s.submitted_at >= fact_statement.said_at));
CREATE POLICY all_seen ON fact_statement FOR SELECT TO worker USING (true);
