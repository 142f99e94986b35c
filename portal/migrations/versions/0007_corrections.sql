-- Short locks only: whoever has to wait longer tries the migration again.
SET LOCAL lock_timeout = '5s';

-- The policies and grants of flag_decision hold for the column too; only undone_at is ever updated.
ALTER TABLE flag_decision
  ADD COLUMN correction JSONB,
  DROP CONSTRAINT flag_decision_decision_check,
  ADD CONSTRAINT flag_decision_decision_check
    CHECK (decision in ('confirmed','rejected','unsure','corrected')),
  ADD CONSTRAINT flag_decision_correction_check
    CHECK ((decision = 'corrected') = (correction is not null));
