from django.db import migrations

# A digest is over all transfers of its day: whoever writes one for that day later would make it untrue.
REFUSE = """
CREATE FUNCTION refuse_to_post_to_a_sealed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM broadsheet_funding_daydigest WHERE day >= (NEW.posted_at AT TIME ZONE 'UTC')::date
    ) THEN
        RAISE EXCEPTION 'The digest of % has been made: nothing is posted to that day.', NEW.posted_at
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER days_are_sealed BEFORE INSERT ON broadsheet_funding_transfer
    FOR EACH ROW EXECUTE FUNCTION refuse_to_post_to_a_sealed_day();
"""
ALLOW = """
DROP TRIGGER days_are_sealed ON broadsheet_funding_transfer;
DROP FUNCTION refuse_to_post_to_a_sealed_day();
"""


class Migration(migrations.Migration):
    dependencies = [("broadsheet_funding", "0008_readers_are_asked")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
