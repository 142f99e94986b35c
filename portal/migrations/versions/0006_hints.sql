-- Short locks only: whoever has to wait longer tries the migration again.
SET LOCAL lock_timeout = '5s';

ALTER TABLE flag ADD COLUMN hints JSONB DEFAULT '[]' NOT NULL;
