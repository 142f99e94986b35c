-- Short locks only: whoever has to wait longer tries the migration again.
SET LOCAL lock_timeout = '5s';

ALTER TABLE document ADD COLUMN drawn_version TEXT;

-- A page that waits for character recognition is claimed by a worker for a while.
ALTER TABLE page
  ADD COLUMN waiting BOOLEAN DEFAULT 'false' NOT NULL,
  ADD COLUMN claimed_at TIMESTAMP WITH TIME ZONE,
  ADD COLUMN tries INTEGER DEFAULT '0' NOT NULL;
CREATE INDEX page_waiting_idx ON page (document_id, number) WHERE waiting;

CREATE TABLE larger_picture (
  document_id UUID NOT NULL,
  number INTEGER NOT NULL,
  state TEXT DEFAULT 'waiting' NOT NULL,
  asked_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
  CONSTRAINT larger_picture_pkey PRIMARY KEY (document_id, number),
  CONSTRAINT larger_picture_document_id_fkey FOREIGN KEY (document_id)
    REFERENCES document (id) ON DELETE CASCADE,
  CONSTRAINT larger_picture_state_check CHECK (state in ('waiting','drawn','failed'))
);

-- Whoever sees the document may ask for a larger picture of its pages.
ALTER TABLE larger_picture ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON larger_picture TO app;
GRANT SELECT, UPDATE ON larger_picture TO worker;
CREATE POLICY seen ON larger_picture TO app
  USING (EXISTS (SELECT FROM document d WHERE d.id = larger_picture.document_id))
  WITH CHECK (EXISTS (SELECT FROM document d WHERE d.id = larger_picture.document_id));
CREATE POLICY all_seen ON larger_picture TO worker USING (true);

-- What a worker tells of the machine it runs on, and how quick reading has been: no one's papers.
CREATE TABLE worker_report (
  queue TEXT NOT NULL,
  host TEXT NOT NULL,
  told_at TIMESTAMP WITH TIME ZONE NOT NULL,
  walls_missing JSONB DEFAULT '[]' NOT NULL,
  programs_missing JSONB DEFAULT '[]' NOT NULL,
  CONSTRAINT worker_report_pkey PRIMARY KEY (queue, host)
);
GRANT SELECT ON worker_report TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_report TO worker;

CREATE TABLE reading_pace (
  method TEXT NOT NULL,
  seconds DOUBLE PRECISION NOT NULL,
  measured_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT reading_pace_pkey PRIMARY KEY (method)
);
GRANT SELECT ON reading_pace TO app;
GRANT SELECT, INSERT, UPDATE ON reading_pace TO worker;

-- How many pages of other documents are recognised before a document's own: a sum over all
-- suppliers, which tells nothing of any one of them.
CREATE FUNCTION pages_recognised_before(moment TIMESTAMP WITH TIME ZONE) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(sum(greatest(pages_pictured - pages_recognised, 0)), 0)
  FROM document WHERE state = 'recognising' AND received_at < moment
$$;
REVOKE EXECUTE ON FUNCTION pages_recognised_before FROM public;
GRANT EXECUTE ON FUNCTION pages_recognised_before TO app, worker;
