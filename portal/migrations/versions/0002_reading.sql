-- Short locks only: whoever has to wait longer tries the migration again.
SET LOCAL lock_timeout = '5s';

ALTER TABLE document
  ADD COLUMN type TEXT,
  ADD COLUMN active JSONB DEFAULT '[]' NOT NULL,
  ADD COLUMN properties JSONB DEFAULT '{}' NOT NULL,
  ADD COLUMN malware TEXT DEFAULT 'unscanned' NOT NULL,
  ADD COLUMN pages_pictured INTEGER DEFAULT '0' NOT NULL,
  ADD COLUMN pages_recognised INTEGER DEFAULT '0' NOT NULL,
  ADD CONSTRAINT document_malware_check
    CHECK (malware in ('unscanned','waiting','clean','infected')),
  DROP CONSTRAINT document_state_check,
  ADD CONSTRAINT document_state_check
    CHECK (state in ('received','reading','recognising','read','partial','failed'));

ALTER TABLE page
  ADD COLUMN part TEXT DEFAULT '' NOT NULL,
  DROP CONSTRAINT page_method_check,
  ADD CONSTRAINT page_method_check CHECK (method in ('text','cells','ocr','picture','lost'));
