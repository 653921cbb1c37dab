-- What all migrations come to. Written by `make tables`; not to be edited (broadsheet.serve.first_tables).
-- Stands for the migrations fbabdd86aef5e5711faf620cddfb0451969d87eb511af733c86e87e10019c12d

SET LOCAL search_path = '';
SET LOCAL check_function_bodies = off;

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.keep_receipts_as_they_are() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND
        to_jsonb(NEW) - ARRAY['donor_id', 'name', 'postal_address']
        = to_jsonb(OLD) - ARRAY['donor_id', 'name', 'postal_address'] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Receipts are kept as they were issued: % refused.', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.refuse_to_change_acts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'What was done with the money is kept as it was written: % refused.', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.refuse_to_change_the_ledger() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'What happened to money is kept as it was written: % of % refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.refuse_to_post_to_a_sealed_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM broadsheet_funding_daydigest WHERE day >= (NEW.posted_at AT TIME ZONE 'UTC')::date
    ) THEN
        RAISE EXCEPTION 'The digest of % has been made: nothing is posted to that day.', NEW.posted_at
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_claim (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    link_digest character varying(64) NOT NULL,
    code_digest character varying(64) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    spent_at timestamp with time zone,
    guest_id bigint NOT NULL,
    CONSTRAINT broadsheet_accounts_claim_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.broadsheet_accounts_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_desklink (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    user_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_accounts_desklink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_desklink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_export (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    fetched_at timestamp with time zone,
    size bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT broadsheet_accounts_export_size_check CHECK ((size >= 0))
);

ALTER TABLE public.broadsheet_accounts_export ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_export_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_exportpiece (
    id bigint NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    export_id bigint NOT NULL,
    CONSTRAINT broadsheet_accounts_exportpiece_number_check CHECK ((number >= 0))
);

ALTER TABLE public.broadsheet_accounts_exportpiece ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_exportpiece_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_merge (
    id bigint NOT NULL,
    why character varying(12) NOT NULL,
    moved jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    refused_at timestamp with time zone,
    by_id bigint NOT NULL,
    source_id bigint NOT NULL,
    target_id bigint NOT NULL,
    CONSTRAINT nobody_is_merged_into_themselves CHECK ((NOT (source_id = target_id)))
);

ALTER TABLE public.broadsheet_accounts_merge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_namechange (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    name_skeleton character varying(120) NOT NULL,
    name_drawing character varying(120) NOT NULL,
    was_protected boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint,
    person_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_accounts_namechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_namechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_redeemedvisit (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    site_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_accounts_redeemedvisit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_redeemedvisit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_session (
    session_key character varying(64) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    for_desk boolean NOT NULL,
    signed_in_at timestamp with time zone,
    seen_at timestamp with time zone NOT NULL,
    device character varying(40) NOT NULL,
    place character varying(64) NOT NULL,
    person_id bigint
);

CREATE TABLE public.broadsheet_accounts_signinattempt (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    link_digest character varying(64) NOT NULL,
    code_digest character varying(64) NOT NULL,
    leads_to character varying(2000) NOT NULL,
    tries smallint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT broadsheet_accounts_signinattempt_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.broadsheet_accounts_signinattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_signinattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    handle character varying(40) NOT NULL,
    name character varying(60) NOT NULL,
    email character varying(254),
    claimed_email character varying(254) NOT NULL,
    website character varying(200) NOT NULL,
    strength character varying(10) NOT NULL,
    standing character varying(10) NOT NULL,
    is_staff boolean NOT NULL,
    is_newsroom boolean NOT NULL,
    is_active boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    name_skeleton character varying(120) NOT NULL,
    name_drawing character varying(120) NOT NULL,
    avatar character varying(60) NOT NULL,
    is_profile_public boolean NOT NULL,
    is_profile_listed boolean NOT NULL,
    profile_links character varying(200)[] NOT NULL,
    is_supporter boolean NOT NULL
);

CREATE TABLE public.broadsheet_accounts_user_groups (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.broadsheet_accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.broadsheet_accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_user_user_permissions (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer CONSTRAINT broadsheet_accounts_user_user_permission_permission_id_not_null NOT NULL
);

ALTER TABLE public.broadsheet_accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_visitor (
    id bigint NOT NULL,
    subject character varying(255) NOT NULL,
    has_role boolean NOT NULL,
    first_at timestamp with time zone NOT NULL,
    latest_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    site_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_accounts_visitor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_visitor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_accounts_visitsite (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    name character varying(100) NOT NULL,
    algorithm character varying(10) NOT NULL,
    seed character varying(64) NOT NULL,
    public_key text NOT NULL,
    most_role character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT visit_site_has_its_key CHECK (((((algorithm)::text = 'HS256'::text) AND (public_key = ''::text)) OR (((algorithm)::text = 'EdDSA'::text) AND (NOT (public_key = ''::text)))))
);

ALTER TABLE public.broadsheet_accounts_visitsite ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_accounts_visitsite_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_comment (
    id bigint NOT NULL,
    depth integer NOT NULL,
    source text NOT NULL,
    html text NOT NULL,
    status character varying(10) NOT NULL,
    is_shown boolean NOT NULL,
    reason character varying(500) NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    pinned_at timestamp with time zone,
    featured_at timestamp with time zone,
    thread_closed_at timestamp with time zone,
    reply_count integer NOT NULL,
    imported_up integer NOT NULL,
    imported_down integer NOT NULL,
    up_votes integer NOT NULL,
    down_votes integer NOT NULL,
    score integer GENERATED ALWAYS AS ((up_votes - down_votes)) STORED,
    reactions integer GENERATED ALWAYS AS ((up_votes + down_votes)) STORED,
    best double precision GENERATED ALWAYS AS (
CASE
    WHEN (up_votes = 0) THEN (0.0)::double precision
    ELSE (((((up_votes)::double precision / ((up_votes)::double precision + (down_votes)::double precision)) + ((1.920729440648)::double precision / ((up_votes)::double precision + (down_votes)::double precision))) - ((1.959964)::double precision * sqrt((((((up_votes)::double precision / ((up_votes)::double precision + (down_votes)::double precision)) * ((1.0)::double precision - ((up_votes)::double precision / ((up_votes)::double precision + (down_votes)::double precision)))) + ((0.960364720324)::double precision / ((up_votes)::double precision + (down_votes)::double precision))) / ((up_votes)::double precision + (down_votes)::double precision))))) / ((1.0)::double precision + ((3.841458881296)::double precision / ((up_votes)::double precision + (down_votes)::double precision))))
END) STORED,
    submission_key character varying(100),
    submission_digest character varying(64) NOT NULL,
    author_id bigint NOT NULL,
    parent_id bigint,
    thread_id bigint,
    discussion_id bigint NOT NULL,
    appeared_in bigint DEFAULT 0 NOT NULL,
    changed_in bigint DEFAULT 0 NOT NULL,
    markup_version smallint DEFAULT 1 NOT NULL,
    CONSTRAINT broadsheet_discussion_comment_appeared_in_check CHECK ((appeared_in >= 0)),
    CONSTRAINT broadsheet_discussion_comment_changed_in_check CHECK ((changed_in >= 0)),
    CONSTRAINT broadsheet_discussion_comment_depth_check CHECK ((depth >= 0)),
    CONSTRAINT broadsheet_discussion_comment_down_votes_check CHECK ((down_votes >= 0)),
    CONSTRAINT broadsheet_discussion_comment_imported_down_check CHECK ((imported_down >= 0)),
    CONSTRAINT broadsheet_discussion_comment_imported_up_check CHECK ((imported_up >= 0)),
    CONSTRAINT broadsheet_discussion_comment_markup_version_check CHECK ((markup_version >= 0)),
    CONSTRAINT broadsheet_discussion_comment_reply_count_check CHECK ((reply_count >= 0)),
    CONSTRAINT broadsheet_discussion_comment_up_votes_check CHECK ((up_votes >= 0)),
    CONSTRAINT comment_after_its_parent CHECK (((parent_id IS NULL) OR (parent_id < id))),
    CONSTRAINT comment_stands_in_its_thread CHECK ((((depth = 0) AND (parent_id IS NULL) AND (thread_id IS NULL)) OR ((depth > 0) AND (parent_id IS NOT NULL) AND (thread_id IS NOT NULL))))
);

ALTER TABLE public.broadsheet_discussion_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_discussion (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    title character varying(255) NOT NULL,
    url character varying(2000) NOT NULL,
    page_state character varying(14) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closes_at timestamp with time zone,
    comment_count integer NOT NULL,
    thread_count integer NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT broadsheet_discussion_discussion_comment_count_check CHECK ((comment_count >= 0)),
    CONSTRAINT broadsheet_discussion_discussion_thread_count_check CHECK ((thread_count >= 0)),
    CONSTRAINT broadsheet_discussion_discussion_version_check CHECK ((version >= 0)),
    CONSTRAINT discussion_count_not_negative CHECK ((comment_count >= 0))
);

ALTER TABLE public.broadsheet_discussion_discussion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_discussion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_follow (
    id bigint NOT NULL,
    is_on boolean NOT NULL,
    followed_at timestamp with time zone NOT NULL,
    seen_version bigint NOT NULL,
    submission_key character varying(40) DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    discussion_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    thread_id bigint,
    CONSTRAINT broadsheet_discussion_follow_seen_version_check CHECK ((seen_version >= 0))
);

ALTER TABLE public.broadsheet_discussion_follow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_follow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_grant (
    id bigint NOT NULL,
    strength character varying(10) NOT NULL,
    "right" character varying(20) NOT NULL,
    CONSTRAINT nobody_imported_has_rights CHECK ((NOT ((strength)::text = 'IMPORTED'::text)))
);

ALTER TABLE public.broadsheet_discussion_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_ignoredperson (
    id bigint NOT NULL,
    ignored_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    CONSTRAINT nobody_ignores_themselves CHECK ((NOT (reader_id = person_id)))
);

ALTER TABLE public.broadsheet_discussion_ignoredperson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_ignoredperson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_intervention (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    reason character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint NOT NULL,
    comment_id bigint,
    discussion_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_discussion_intervention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_intervention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_quotation (
    id bigint NOT NULL,
    comment_id bigint NOT NULL,
    quoted_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_discussion_quotation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_quotation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_revision (
    id bigint NOT NULL,
    source text NOT NULL,
    html text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    comment_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_discussion_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_discussion_vote (
    id bigint NOT NULL,
    value smallint NOT NULL,
    cast_at timestamp with time zone NOT NULL,
    comment_id bigint NOT NULL,
    voter_id bigint NOT NULL,
    submission_key character varying(40) DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    is_counted boolean DEFAULT true NOT NULL,
    CONSTRAINT vote_is_up_down_or_taken_back CHECK ((value = ANY (ARRAY['-1'::integer, 0, 1])))
);

ALTER TABLE public.broadsheet_discussion_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_discussion_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_exchange_importedrecord (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    key character varying(255) NOT NULL,
    object_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_exchange_importedrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_exchange_importedrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_ask (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    most_views smallint NOT NULL,
    in_days smallint NOT NULL,
    is_on boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    campaign_id bigint NOT NULL,
    CONSTRAINT broadsheet_funding_ask_in_days_check CHECK ((in_days >= 0)),
    CONSTRAINT broadsheet_funding_ask_most_views_check CHECK ((most_views >= 0))
);

ALTER TABLE public.broadsheet_funding_ask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_ask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_askhour (
    id bigint NOT NULL,
    place character varying(5) NOT NULL,
    hour timestamp with time zone NOT NULL,
    views integer NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT broadsheet_funding_askhour_views_check CHECK ((views >= 0))
);

ALTER TABLE public.broadsheet_funding_askhour ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_askhour_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_askvariant (
    id bigint NOT NULL,
    letter character varying(1) NOT NULL,
    heading character varying(80) NOT NULL,
    words_above character varying(240) NOT NULL,
    words_below text NOT NULL,
    button character varying(40) NOT NULL,
    is_on boolean NOT NULL,
    ask_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_funding_askvariant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_askvariant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_badgewish (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    wished_at timestamp with time zone NOT NULL
);

ALTER TABLE public.broadsheet_funding_badgewish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_badgewish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_bankaccount (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    holder character varying(70) NOT NULL,
    iban character varying(34) NOT NULL,
    bic character varying(11) NOT NULL,
    bank character varying(70) NOT NULL,
    details text NOT NULL,
    is_withdrawal boolean NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    shown_from timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    entered_by_id bigint,
    CONSTRAINT an_account_can_be_paid_to CHECK ((((details = ''::text) AND ((iban)::text = ''::text) AND is_withdrawal) OR ((NOT is_withdrawal) AND (NOT ((holder)::text = ''::text)) AND ((NOT ((iban)::text = ''::text)) OR (NOT (details = ''::text))))))
);

ALTER TABLE public.broadsheet_funding_bankaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_bankaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_bankentry (
    id bigint NOT NULL,
    fingerprint character varying(64) NOT NULL,
    account character varying(34) NOT NULL,
    booked_on date NOT NULL,
    amount bigint NOT NULL,
    currency character varying(3) NOT NULL,
    counterparty character varying(140) NOT NULL,
    text character varying(500) NOT NULL,
    is_return boolean NOT NULL,
    state character varying(10) NOT NULL,
    doubt character varying(12) NOT NULL,
    shares smallint NOT NULL,
    read_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    settled_by_id bigint,
    statement_id bigint NOT NULL,
    CONSTRAINT an_entry_moves_something CHECK ((NOT (amount = 0))),
    CONSTRAINT broadsheet_funding_bankentry_shares_check CHECK ((shares >= 0))
);

ALTER TABLE public.broadsheet_funding_bankentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_bankentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_bankstatement (
    id bigint NOT NULL,
    account character varying(34) NOT NULL,
    currency character varying(3) NOT NULL,
    format character varying(10) NOT NULL,
    file_name character varying(120) NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    entries_new integer NOT NULL,
    repeated integer NOT NULL,
    passed_over integer NOT NULL,
    difference bigint,
    imported_at timestamp with time zone NOT NULL,
    imported_by_id bigint,
    closed_on date,
    closing bigint,
    opened_on date,
    opening bigint,
    CONSTRAINT broadsheet_funding_bankstatement_entries_new_check CHECK ((entries_new >= 0)),
    CONSTRAINT broadsheet_funding_bankstatement_passed_over_check CHECK ((passed_over >= 0)),
    CONSTRAINT broadsheet_funding_bankstatement_repeated_check CHECK ((repeated >= 0))
);

ALTER TABLE public.broadsheet_funding_bankstatement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_bankstatement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_campaign (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    title character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    metric character varying(20) NOT NULL,
    goal bigint NOT NULL,
    currency character varying(3) NOT NULL,
    month_start_day smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_default boolean NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT a_deadline_comes_after_the_beginning CHECK (((NOT ((kind)::text = 'DEADLINE'::text)) OR (ends_on >= starts_on))),
    CONSTRAINT a_goal_is_more_than_nothing CHECK ((goal > 0)),
    CONSTRAINT a_month_begins_on_a_day CHECK (((month_start_day >= 1) AND (month_start_day <= 31))),
    CONSTRAINT broadsheet_funding_campaign_goal_check CHECK ((goal >= 0)),
    CONSTRAINT broadsheet_funding_campaign_month_start_day_check CHECK ((month_start_day >= 0))
);

ALTER TABLE public.broadsheet_funding_campaign ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_campaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_campaignperiod (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_before date NOT NULL,
    goal bigint NOT NULL,
    campaign_id bigint NOT NULL,
    CONSTRAINT broadsheet_funding_campaignperiod_goal_check CHECK ((goal >= 0))
);

ALTER TABLE public.broadsheet_funding_campaignperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_campaignperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_daydigest (
    id bigint NOT NULL,
    day date NOT NULL,
    transfers integer NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT broadsheet_funding_daydigest_transfers_check CHECK ((transfers >= 0))
);

ALTER TABLE public.broadsheet_funding_daydigest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_daydigest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_daytotal (
    id bigint NOT NULL,
    day date NOT NULL,
    counted bigint NOT NULL,
    gifts integer NOT NULL,
    campaign_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_funding_daytotal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_daytotal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_donation (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    key character varying(43) NOT NULL,
    submission_key character varying(64),
    amount bigint NOT NULL,
    cover bigint NOT NULL,
    currency character varying(3) NOT NULL,
    "interval" character varying(5) NOT NULL,
    is_public boolean NOT NULL,
    public_name character varying(80) NOT NULL,
    message character varying(500) NOT NULL,
    approved_at timestamp with time zone,
    source_path character varying(500) NOT NULL,
    source_ask character varying(60) NOT NULL,
    provider character varying(20) NOT NULL,
    provider_object character varying(255) NOT NULL,
    is_test boolean NOT NULL,
    state character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    reminded_at timestamp with time zone,
    settled_at timestamp with time zone,
    counts_on date,
    campaign_id bigint NOT NULL,
    donor_id bigint,
    pledge_id bigint,
    CONSTRAINT a_gift_is_of_something CHECK ((amount > 0)),
    CONSTRAINT a_gift_received_has_its_day CHECK (((NOT ((state)::text = 'SETTLED'::text)) OR ((counts_on IS NOT NULL) AND (settled_at IS NOT NULL)))),
    CONSTRAINT broadsheet_funding_donation_amount_check CHECK ((amount >= 0)),
    CONSTRAINT broadsheet_funding_donation_cover_check CHECK ((cover >= 0))
);

ALTER TABLE public.broadsheet_funding_donation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_donation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_donor (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    postal_address text NOT NULL,
    language character varying(15) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    person_id bigint,
    CONSTRAINT an_erased_donor_is_nobody CHECK (((erased_at IS NULL) OR (((email)::text = ''::text) AND ((name)::text = ''::text) AND (person_id IS NULL) AND (postal_address = ''::text))))
);

ALTER TABLE public.broadsheet_funding_donor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_donor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_entrymatch (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    actor_id bigint,
    donation_id bigint,
    entry_id bigint NOT NULL,
    transfer_id bigint,
    known_id bigint,
    request_id bigint,
    CONSTRAINT a_match_is_in_the_ledger CHECK (((NOT (transfer_id IS NULL)) OR (NOT (known_id IS NULL)))),
    CONSTRAINT a_match_is_of_a_gift_or_known CHECK (((NOT (donation_id IS NULL)) OR (NOT (known_id IS NULL)))),
    CONSTRAINT a_match_is_of_something CHECK ((NOT (amount = 0))),
    CONSTRAINT a_match_is_undone_after_it_was_made CHECK (((undone_at IS NULL) OR (undone_at >= made_at)))
);

ALTER TABLE public.broadsheet_funding_entrymatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_entrymatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_exchangerate (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    "into" character varying(3) NOT NULL,
    rate numeric(18,9) NOT NULL,
    since timestamp with time zone NOT NULL,
    set_by_id bigint,
    CONSTRAINT a_currency_is_worth_itself CHECK ((NOT ((currency)::text = ("into")::text))),
    CONSTRAINT a_currency_is_worth_something CHECK ((rate > (0)::numeric))
);

ALTER TABLE public.broadsheet_funding_exchangerate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_exchangerate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_fundingaudit (
    id bigint NOT NULL,
    action character varying(60) NOT NULL,
    subject_kind character varying(40) NOT NULL,
    subject_id character varying(40) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint
);

ALTER TABLE public.broadsheet_funding_fundingaudit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_fundingaudit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_importfile (
    id bigint NOT NULL,
    source character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL,
    columns jsonb NOT NULL,
    day_order character varying(5) NOT NULL,
    decimal_mark character varying(1) NOT NULL,
    currency character varying(3) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone,
    finished_at timestamp with time zone,
    report jsonb NOT NULL,
    campaign_id bigint NOT NULL,
    uploaded_by_id bigint,
    CONSTRAINT a_file_taken_over_was_begun CHECK (((finished_at IS NULL) OR (begun_at IS NOT NULL)))
);

ALTER TABLE public.broadsheet_funding_importfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_importfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_inboundevent (
    id bigint NOT NULL,
    provider character varying(20) NOT NULL,
    event_id character varying(255) NOT NULL,
    kind character varying(100) NOT NULL,
    subject character varying(255) NOT NULL,
    body text NOT NULL,
    is_test boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    deliveries integer NOT NULL,
    state character varying(6) NOT NULL,
    attempts smallint NOT NULL,
    next_try_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT broadsheet_funding_inboundevent_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT broadsheet_funding_inboundevent_deliveries_check CHECK ((deliveries >= 0))
);

ALTER TABLE public.broadsheet_funding_inboundevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_inboundevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_invitation (
    id bigint NOT NULL,
    key character varying(300) NOT NULL,
    amount bigint NOT NULL,
    currency character varying(3) NOT NULL,
    "interval" character varying(5) NOT NULL,
    since_on date,
    paid_until date,
    made_at timestamp with time zone NOT NULL,
    donor_id bigint NOT NULL,
    CONSTRAINT an_invitation_is_to_give_again CHECK ((NOT (("interval")::text = 'ONCE'::text))),
    CONSTRAINT an_invitation_is_to_give_something CHECK ((amount > 0)),
    CONSTRAINT broadsheet_funding_invitation_amount_check CHECK ((amount >= 0))
);

ALTER TABLE public.broadsheet_funding_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_ledgeraccount (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    currency character varying(3) NOT NULL
);

ALTER TABLE public.broadsheet_funding_ledgeraccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_ledgeraccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_ledgerfinding (
    id bigint NOT NULL,
    subject character varying(400) NOT NULL,
    found_at timestamp with time zone NOT NULL
);

ALTER TABLE public.broadsheet_funding_ledgerfinding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_ledgerfinding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_milestone (
    id bigint NOT NULL,
    at bigint NOT NULL,
    label character varying(80) NOT NULL,
    campaign_id bigint NOT NULL,
    CONSTRAINT broadsheet_funding_milestone_at_check CHECK ((at >= 0))
);

ALTER TABLE public.broadsheet_funding_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_paymentattempt (
    id bigint NOT NULL,
    key character varying(300) NOT NULL,
    provider character varying(20) NOT NULL,
    origin character varying(64) NOT NULL,
    outcome character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    donation_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_funding_paymentattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_paymentattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_pledge (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    amount bigint NOT NULL,
    cover bigint NOT NULL,
    currency character varying(3) NOT NULL,
    "interval" character varying(5) NOT NULL,
    provider character varying(20) NOT NULL,
    provider_object character varying(255) NOT NULL,
    is_test boolean NOT NULL,
    state character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    next_on date,
    paused_until date,
    ends_on date,
    ended_at timestamp with time zone,
    end_reason character varying(200) NOT NULL,
    campaign_id bigint NOT NULL,
    donor_id bigint,
    asked_at timestamp with time zone,
    CONSTRAINT a_pledge_comes_again CHECK ((NOT (("interval")::text = 'ONCE'::text))),
    CONSTRAINT a_pledge_is_of_something CHECK ((amount > 0)),
    CONSTRAINT broadsheet_funding_pledge_amount_check CHECK ((amount >= 0)),
    CONSTRAINT broadsheet_funding_pledge_cover_check CHECK ((cover >= 0))
);

ALTER TABLE public.broadsheet_funding_pledge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_pledge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_pledgeletter (
    id bigint NOT NULL,
    pledge_id bigint NOT NULL,
    kind character varying(7) NOT NULL,
    about character varying(255) NOT NULL,
    sent_at timestamp with time zone NOT NULL
);

ALTER TABLE public.broadsheet_funding_pledgeletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_pledgeletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_portallink (
    id bigint NOT NULL,
    donor_id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE public.broadsheet_funding_portallink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_portallink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_pretendedpayment (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    donation character varying(20) NOT NULL,
    currency character varying(3) NOT NULL,
    amount bigint NOT NULL,
    return_to character varying(500) NOT NULL,
    cancel_to character varying(500) NOT NULL,
    settled_at timestamp with time zone,
    failed_at timestamp with time zone,
    refunds jsonb NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    pledge_id bigint,
    CONSTRAINT broadsheet_funding_pretendedpayment_amount_check CHECK ((amount >= 0))
);

ALTER TABLE public.broadsheet_funding_pretendedpayment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_pretendedpayment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_pretendedpledge (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    donation character varying(20) NOT NULL,
    currency character varying(3) NOT NULL,
    amount bigint NOT NULL,
    "interval" character varying(5) NOT NULL,
    state character varying(10) NOT NULL,
    next_on date,
    paused_until date,
    ended_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT broadsheet_funding_pretendedpledge_amount_check CHECK ((amount >= 0))
);

ALTER TABLE public.broadsheet_funding_pretendedpledge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_pretendedpledge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_providerpause (
    id bigint NOT NULL,
    provider character varying(20) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    declined integer NOT NULL,
    CONSTRAINT broadsheet_funding_providerpause_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT broadsheet_funding_providerpause_declined_check CHECK ((declined >= 0))
);

ALTER TABLE public.broadsheet_funding_providerpause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_providerpause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_receipt (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    series character varying(1) NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    donor_id bigint,
    donation_id bigint,
    covers_year smallint,
    replaces_id bigint,
    amount bigint NOT NULL,
    returned bigint NOT NULL,
    currency character varying(3) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    language character varying(15) NOT NULL,
    name character varying(120) NOT NULL,
    postal_address text NOT NULL,
    issuer text NOT NULL,
    note text NOT NULL,
    CONSTRAINT a_receipt_is_for_a_gift_or_a_year CHECK ((((covers_year IS NOT NULL) AND (donation_id IS NULL) AND ((kind)::text = 'YEAR'::text)) OR ((NOT ((kind)::text = 'YEAR'::text)) AND (covers_year IS NULL) AND (donation_id IS NOT NULL)))),
    CONSTRAINT broadsheet_funding_receipt_amount_check CHECK ((amount >= 0)),
    CONSTRAINT broadsheet_funding_receipt_covers_year_check CHECK ((covers_year >= 0)),
    CONSTRAINT broadsheet_funding_receipt_number_check CHECK ((number >= 0)),
    CONSTRAINT broadsheet_funding_receipt_returned_check CHECK ((returned >= 0)),
    CONSTRAINT broadsheet_funding_receipt_year_check CHECK ((year >= 0)),
    CONSTRAINT no_more_goes_back_than_was_given CHECK ((returned <= amount)),
    CONSTRAINT receipts_are_counted_from_one CHECK ((number > 0))
);

ALTER TABLE public.broadsheet_funding_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_receiptcounter (
    id bigint NOT NULL,
    series character varying(1) NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT broadsheet_funding_receiptcounter_last_check CHECK ((last >= 0)),
    CONSTRAINT broadsheet_funding_receiptcounter_year_check CHECK ((year >= 0))
);

ALTER TABLE public.broadsheet_funding_receiptcounter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_receiptcounter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_receiptwording (
    id bigint NOT NULL,
    issuer text NOT NULL,
    note text NOT NULL,
    sends_yearly boolean NOT NULL,
    "only" boolean NOT NULL,
    CONSTRAINT receipts_are_worded_once CHECK ("only")
);

ALTER TABLE public.broadsheet_funding_receiptwording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_receiptwording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_reconciliation (
    id bigint NOT NULL,
    provider character varying(20) NOT NULL,
    asked_until timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    found integer NOT NULL,
    trouble character varying(300) NOT NULL,
    CONSTRAINT broadsheet_funding_reconciliation_found_check CHECK ((found >= 0))
);

ALTER TABLE public.broadsheet_funding_reconciliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_reconciliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_refundrequest (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    reason character varying(500) NOT NULL,
    state character varying(8) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    sent_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    asked_by_id bigint NOT NULL,
    decided_by_id bigint,
    donation_id bigint NOT NULL,
    CONSTRAINT a_refund_is_of_something CHECK ((amount > 0)),
    CONSTRAINT broadsheet_funding_refundrequest_amount_check CHECK ((amount >= 0)),
    CONSTRAINT nobody_decides_their_own_refund CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = asked_by_id) AND (decided_by_id IS NOT NULL)))))
);

ALTER TABLE public.broadsheet_funding_refundrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_refundrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_spending (
    id bigint NOT NULL,
    month date NOT NULL,
    category character varying(60) NOT NULL,
    amount bigint NOT NULL,
    currency character varying(3) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT broadsheet_funding_spending_amount_check CHECK ((amount >= 0)),
    CONSTRAINT spending_has_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT spending_is_of_something CHECK ((amount > 0))
);

ALTER TABLE public.broadsheet_funding_spending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_spending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_spentproof (
    nonce character varying(64) NOT NULL,
    submission character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.broadsheet_funding_statementlayout (
    id bigint NOT NULL,
    account character varying(34) NOT NULL,
    header text NOT NULL,
    columns jsonb NOT NULL,
    kept_at timestamp with time zone NOT NULL
);

ALTER TABLE public.broadsheet_funding_statementlayout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_statementlayout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_suggestedamounts (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    "interval" character varying(5) NOT NULL,
    amounts bigint[] NOT NULL,
    "least" bigint NOT NULL,
    CONSTRAINT broadsheet_funding_suggestedamounts_least_check CHECK (("least" >= 0)),
    CONSTRAINT the_least_is_something CHECK (("least" > 0))
);

ALTER TABLE public.broadsheet_funding_suggestedamounts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_suggestedamounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_funding_transfer (
    id bigint NOT NULL,
    key character varying(300) NOT NULL,
    kind character varying(30) NOT NULL,
    amount bigint NOT NULL,
    currency character varying(3) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    counts_on date,
    counted bigint NOT NULL,
    rate numeric(18,9),
    reason character varying(500) NOT NULL,
    actor_id bigint,
    campaign_id bigint,
    credit_id bigint NOT NULL,
    debit_id bigint NOT NULL,
    donation_id bigint,
    event_id bigint,
    reverses_id bigint,
    CONSTRAINT a_transfer_goes_somewhere_else CHECK ((NOT (debit_id = credit_id))),
    CONSTRAINT a_transfer_moves_something CHECK ((amount > 0)),
    CONSTRAINT what_counts_counts_for_a_campaign_on_a_day CHECK (((counted = 0) OR ((campaign_id IS NOT NULL) AND (counts_on IS NOT NULL))))
);

ALTER TABLE public.broadsheet_funding_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_funding_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.broadsheet_limits (
    key uuid NOT NULL,
    due_at timestamp with time zone NOT NULL
);

CREATE TABLE public.broadsheet_notify_queuedletter (
    id bigint NOT NULL,
    "to" character varying(254) NOT NULL,
    template character varying(100) NOT NULL,
    subject character varying(255) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    message_id character varying(255) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    good_until timestamp with time zone,
    next_try_at timestamp with time zone,
    tries smallint NOT NULL,
    away_at timestamp with time zone,
    sent_at timestamp with time zone,
    given_up_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    leaves_no_trace boolean NOT NULL,
    CONSTRAINT broadsheet_notify_queuedletter_tries_check CHECK ((tries >= 0)),
    CONSTRAINT letter_forgets_its_words CHECK (((next_try_at IS NOT NULL) OR ((html = ''::text) AND ((subject)::text = ''::text) AND (text = ''::text)))),
    CONSTRAINT letter_waits_or_is_done CHECK ((((given_up_at IS NULL) AND (next_try_at IS NOT NULL) AND (sent_at IS NULL)) OR ((given_up_at IS NULL) AND (next_try_at IS NULL) AND (sent_at IS NOT NULL)) OR ((given_up_at IS NOT NULL) AND (next_try_at IS NULL) AND (sent_at IS NULL))))
);

ALTER TABLE public.broadsheet_notify_queuedletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_notify_queuedletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_publishing_article (
    page_ptr_id integer NOT NULL,
    attribution character varying(60) NOT NULL,
    standfirst text NOT NULL,
    lead_caption character varying(500) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    body jsonb NOT NULL,
    takes_comments boolean NOT NULL,
    language character varying(15) NOT NULL,
    lead_photo_id bigint,
    is_sensitive boolean NOT NULL
);

CREATE TABLE public.broadsheet_publishing_articlebyline (
    id bigint NOT NULL,
    sort_order integer,
    article_id integer NOT NULL,
    byline_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_publishing_articlebyline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_publishing_articlebyline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_publishing_articletag (
    id bigint NOT NULL,
    content_object_id integer NOT NULL,
    tag_id integer NOT NULL
);

ALTER TABLE public.broadsheet_publishing_articletag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_publishing_articletag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_publishing_byline (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);

ALTER TABLE public.broadsheet_publishing_byline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_publishing_byline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_publishing_frontpage (
    page_ptr_id integer NOT NULL,
    motto character varying(200) NOT NULL
);

CREATE TABLE public.broadsheet_publishing_photo (
    id bigint NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    description character varying(255) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    file_size integer,
    file_hash character varying(40) NOT NULL,
    caption character varying(500) NOT NULL,
    credit character varying(200) NOT NULL,
    collection_id integer NOT NULL,
    uploaded_by_user_id bigint,
    CONSTRAINT broadsheet_publishing_photo_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT broadsheet_publishing_photo_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT broadsheet_publishing_photo_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT broadsheet_publishing_photo_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT broadsheet_publishing_photo_focal_point_y_check CHECK ((focal_point_y >= 0))
);

ALTER TABLE public.broadsheet_publishing_photo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_publishing_photo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_publishing_photorendition (
    id bigint NOT NULL,
    filter_spec character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    image_id bigint NOT NULL
);

ALTER TABLE public.broadsheet_publishing_photorendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.broadsheet_publishing_photorendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.broadsheet_publishing_section (
    page_ptr_id integer NOT NULL,
    introduction character varying(300) NOT NULL,
    shows_meter boolean NOT NULL
);

CREATE TABLE public.broadsheet_publishing_standingpage (
    page_ptr_id integer NOT NULL,
    body jsonb NOT NULL,
    shows_meter boolean NOT NULL
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id integer NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);

ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);

ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);

ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);

ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);

ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id integer NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id integer NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);

ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);

ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);

ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);

ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);

ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);

CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id integer NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);

ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);

ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);

ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);

ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);

ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);

ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);

ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);

ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);

ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);

ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

INSERT INTO public.auth_group VALUES (1, 'Moderators');
INSERT INTO public.auth_group VALUES (2, 'Editors');

INSERT INTO public.auth_group_permissions VALUES (1, 1, 109);
INSERT INTO public.auth_group_permissions VALUES (2, 2, 109);
INSERT INTO public.auth_group_permissions VALUES (3, 1, 112);
INSERT INTO public.auth_group_permissions VALUES (4, 1, 110);
INSERT INTO public.auth_group_permissions VALUES (5, 1, 111);
INSERT INTO public.auth_group_permissions VALUES (6, 2, 112);
INSERT INTO public.auth_group_permissions VALUES (7, 2, 110);
INSERT INTO public.auth_group_permissions VALUES (8, 2, 111);
INSERT INTO public.auth_group_permissions VALUES (9, 1, 113);
INSERT INTO public.auth_group_permissions VALUES (10, 2, 113);
INSERT INTO public.auth_group_permissions VALUES (11, 1, 114);
INSERT INTO public.auth_group_permissions VALUES (12, 1, 115);
INSERT INTO public.auth_group_permissions VALUES (13, 1, 116);
INSERT INTO public.auth_group_permissions VALUES (14, 2, 114);
INSERT INTO public.auth_group_permissions VALUES (15, 2, 115);
INSERT INTO public.auth_group_permissions VALUES (16, 2, 116);
INSERT INTO public.auth_group_permissions VALUES (17, 1, 117);
INSERT INTO public.auth_group_permissions VALUES (18, 2, 117);

INSERT INTO public.auth_permission VALUES (1, 'Can add locale', 3, 'add_locale');
INSERT INTO public.auth_permission VALUES (2, 'Can change locale', 3, 'change_locale');
INSERT INTO public.auth_permission VALUES (3, 'Can delete locale', 3, 'delete_locale');
INSERT INTO public.auth_permission VALUES (4, 'Can view locale', 3, 'view_locale');
INSERT INTO public.auth_permission VALUES (5, 'Can add site', 4, 'add_site');
INSERT INTO public.auth_permission VALUES (6, 'Can change site', 4, 'change_site');
INSERT INTO public.auth_permission VALUES (7, 'Can delete site', 4, 'delete_site');
INSERT INTO public.auth_permission VALUES (8, 'Can view site', 4, 'view_site');
INSERT INTO public.auth_permission VALUES (9, 'Can add group site permission', 5, 'add_groupsitepermission');
INSERT INTO public.auth_permission VALUES (10, 'Can change group site permission', 5, 'change_groupsitepermission');
INSERT INTO public.auth_permission VALUES (11, 'Can delete group site permission', 5, 'delete_groupsitepermission');
INSERT INTO public.auth_permission VALUES (12, 'Can view group site permission', 5, 'view_groupsitepermission');
INSERT INTO public.auth_permission VALUES (13, 'Can add API token', 6, 'add_apitoken');
INSERT INTO public.auth_permission VALUES (14, 'Can change API token', 6, 'change_apitoken');
INSERT INTO public.auth_permission VALUES (15, 'Can delete API token', 6, 'delete_apitoken');
INSERT INTO public.auth_permission VALUES (16, 'Can view API token', 6, 'view_apitoken');
INSERT INTO public.auth_permission VALUES (17, 'Can add model log entry', 7, 'add_modellogentry');
INSERT INTO public.auth_permission VALUES (18, 'Can change model log entry', 7, 'change_modellogentry');
INSERT INTO public.auth_permission VALUES (19, 'Can delete model log entry', 7, 'delete_modellogentry');
INSERT INTO public.auth_permission VALUES (20, 'Can view model log entry', 7, 'view_modellogentry');
INSERT INTO public.auth_permission VALUES (21, 'Can add revision', 8, 'add_revision');
INSERT INTO public.auth_permission VALUES (22, 'Can change revision', 8, 'change_revision');
INSERT INTO public.auth_permission VALUES (23, 'Can delete revision', 8, 'delete_revision');
INSERT INTO public.auth_permission VALUES (24, 'Can view revision', 8, 'view_revision');
INSERT INTO public.auth_permission VALUES (25, 'Can add collection view restriction', 9, 'add_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (26, 'Can change collection view restriction', 9, 'change_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (27, 'Can delete collection view restriction', 9, 'delete_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (28, 'Can view collection view restriction', 9, 'view_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (29, 'Can add collection', 10, 'add_collection');
INSERT INTO public.auth_permission VALUES (30, 'Can change collection', 10, 'change_collection');
INSERT INTO public.auth_permission VALUES (31, 'Can delete collection', 10, 'delete_collection');
INSERT INTO public.auth_permission VALUES (32, 'Can view collection', 10, 'view_collection');
INSERT INTO public.auth_permission VALUES (33, 'Can add group collection permission', 11, 'add_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (34, 'Can change group collection permission', 11, 'change_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (35, 'Can delete group collection permission', 11, 'delete_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (36, 'Can view group collection permission', 11, 'view_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (37, 'Can add uploaded file', 12, 'add_uploadedfile');
INSERT INTO public.auth_permission VALUES (38, 'Can change uploaded file', 12, 'change_uploadedfile');
INSERT INTO public.auth_permission VALUES (39, 'Can delete uploaded file', 12, 'delete_uploadedfile');
INSERT INTO public.auth_permission VALUES (40, 'Can view uploaded file', 12, 'view_uploadedfile');
INSERT INTO public.auth_permission VALUES (41, 'Can add workflow content type', 13, 'add_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (42, 'Can change workflow content type', 13, 'change_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (43, 'Can delete workflow content type', 13, 'delete_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (44, 'Can view workflow content type', 13, 'view_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (45, 'Can add Workflow state', 14, 'add_workflowstate');
INSERT INTO public.auth_permission VALUES (46, 'Can change Workflow state', 14, 'change_workflowstate');
INSERT INTO public.auth_permission VALUES (47, 'Can delete Workflow state', 14, 'delete_workflowstate');
INSERT INTO public.auth_permission VALUES (48, 'Can view Workflow state', 14, 'view_workflowstate');
INSERT INTO public.auth_permission VALUES (49, 'Can add workflow', 15, 'add_workflow');
INSERT INTO public.auth_permission VALUES (50, 'Can change workflow', 15, 'change_workflow');
INSERT INTO public.auth_permission VALUES (51, 'Can delete workflow', 15, 'delete_workflow');
INSERT INTO public.auth_permission VALUES (52, 'Can view workflow', 15, 'view_workflow');
INSERT INTO public.auth_permission VALUES (53, 'Can add workflow task order', 16, 'add_workflowtask');
INSERT INTO public.auth_permission VALUES (54, 'Can change workflow task order', 16, 'change_workflowtask');
INSERT INTO public.auth_permission VALUES (55, 'Can delete workflow task order', 16, 'delete_workflowtask');
INSERT INTO public.auth_permission VALUES (56, 'Can view workflow task order', 16, 'view_workflowtask');
INSERT INTO public.auth_permission VALUES (57, 'Can add task', 17, 'add_task');
INSERT INTO public.auth_permission VALUES (58, 'Can change task', 17, 'change_task');
INSERT INTO public.auth_permission VALUES (59, 'Can delete task', 17, 'delete_task');
INSERT INTO public.auth_permission VALUES (60, 'Can view task', 17, 'view_task');
INSERT INTO public.auth_permission VALUES (61, 'Can add Group approval task', 2, 'add_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (62, 'Can change Group approval task', 2, 'change_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (63, 'Can delete Group approval task', 2, 'delete_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (64, 'Can view Group approval task', 2, 'view_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (65, 'Can add Task state', 18, 'add_taskstate');
INSERT INTO public.auth_permission VALUES (66, 'Can change Task state', 18, 'change_taskstate');
INSERT INTO public.auth_permission VALUES (67, 'Can delete Task state', 18, 'delete_taskstate');
INSERT INTO public.auth_permission VALUES (68, 'Can view Task state', 18, 'view_taskstate');
INSERT INTO public.auth_permission VALUES (69, 'Can add page', 1, 'add_page');
INSERT INTO public.auth_permission VALUES (70, 'Can change page', 1, 'change_page');
INSERT INTO public.auth_permission VALUES (71, 'Can delete page', 1, 'delete_page');
INSERT INTO public.auth_permission VALUES (72, 'Can view page', 1, 'view_page');
INSERT INTO public.auth_permission VALUES (73, 'Delete pages with children', 1, 'bulk_delete_page');
INSERT INTO public.auth_permission VALUES (74, 'Lock/unlock pages you''ve locked', 1, 'lock_page');
INSERT INTO public.auth_permission VALUES (75, 'Publish any page', 1, 'publish_page');
INSERT INTO public.auth_permission VALUES (76, 'Unlock any page', 1, 'unlock_page');
INSERT INTO public.auth_permission VALUES (77, 'Can add group page permission', 19, 'add_grouppagepermission');
INSERT INTO public.auth_permission VALUES (78, 'Can change group page permission', 19, 'change_grouppagepermission');
INSERT INTO public.auth_permission VALUES (79, 'Can delete group page permission', 19, 'delete_grouppagepermission');
INSERT INTO public.auth_permission VALUES (80, 'Can view group page permission', 19, 'view_grouppagepermission');
INSERT INTO public.auth_permission VALUES (81, 'Can add page view restriction', 20, 'add_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (82, 'Can change page view restriction', 20, 'change_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (83, 'Can delete page view restriction', 20, 'delete_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (84, 'Can view page view restriction', 20, 'view_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (85, 'Can add workflow page', 21, 'add_workflowpage');
INSERT INTO public.auth_permission VALUES (86, 'Can change workflow page', 21, 'change_workflowpage');
INSERT INTO public.auth_permission VALUES (87, 'Can delete workflow page', 21, 'delete_workflowpage');
INSERT INTO public.auth_permission VALUES (88, 'Can view workflow page', 21, 'view_workflowpage');
INSERT INTO public.auth_permission VALUES (89, 'Can add page log entry', 22, 'add_pagelogentry');
INSERT INTO public.auth_permission VALUES (90, 'Can change page log entry', 22, 'change_pagelogentry');
INSERT INTO public.auth_permission VALUES (91, 'Can delete page log entry', 22, 'delete_pagelogentry');
INSERT INTO public.auth_permission VALUES (92, 'Can view page log entry', 22, 'view_pagelogentry');
INSERT INTO public.auth_permission VALUES (93, 'Can add comment', 23, 'add_comment');
INSERT INTO public.auth_permission VALUES (94, 'Can change comment', 23, 'change_comment');
INSERT INTO public.auth_permission VALUES (95, 'Can delete comment', 23, 'delete_comment');
INSERT INTO public.auth_permission VALUES (96, 'Can view comment', 23, 'view_comment');
INSERT INTO public.auth_permission VALUES (97, 'Can add comment reply', 24, 'add_commentreply');
INSERT INTO public.auth_permission VALUES (98, 'Can change comment reply', 24, 'change_commentreply');
INSERT INTO public.auth_permission VALUES (99, 'Can delete comment reply', 24, 'delete_commentreply');
INSERT INTO public.auth_permission VALUES (100, 'Can view comment reply', 24, 'view_commentreply');
INSERT INTO public.auth_permission VALUES (101, 'Can add page subscription', 25, 'add_pagesubscription');
INSERT INTO public.auth_permission VALUES (102, 'Can change page subscription', 25, 'change_pagesubscription');
INSERT INTO public.auth_permission VALUES (103, 'Can delete page subscription', 25, 'delete_pagesubscription');
INSERT INTO public.auth_permission VALUES (104, 'Can view page subscription', 25, 'view_pagesubscription');
INSERT INTO public.auth_permission VALUES (105, 'Can add reference index', 26, 'add_referenceindex');
INSERT INTO public.auth_permission VALUES (106, 'Can change reference index', 26, 'change_referenceindex');
INSERT INTO public.auth_permission VALUES (107, 'Can delete reference index', 26, 'delete_referenceindex');
INSERT INTO public.auth_permission VALUES (108, 'Can view reference index', 26, 'view_referenceindex');
INSERT INTO public.auth_permission VALUES (109, 'Can access Wagtail admin', 27, 'access_admin');
INSERT INTO public.auth_permission VALUES (110, 'Can add document', 28, 'add_document');
INSERT INTO public.auth_permission VALUES (111, 'Can change document', 28, 'change_document');
INSERT INTO public.auth_permission VALUES (112, 'Can delete document', 28, 'delete_document');
INSERT INTO public.auth_permission VALUES (113, 'Can choose document', 28, 'choose_document');
INSERT INTO public.auth_permission VALUES (114, 'Can add image', 29, 'add_image');
INSERT INTO public.auth_permission VALUES (115, 'Can change image', 29, 'change_image');
INSERT INTO public.auth_permission VALUES (116, 'Can delete image', 29, 'delete_image');
INSERT INTO public.auth_permission VALUES (117, 'Can choose image', 29, 'choose_image');
INSERT INTO public.auth_permission VALUES (118, 'Can add imported record', 30, 'add_importedrecord');
INSERT INTO public.auth_permission VALUES (119, 'Can change imported record', 30, 'change_importedrecord');
INSERT INTO public.auth_permission VALUES (120, 'Can delete imported record', 30, 'delete_importedrecord');
INSERT INTO public.auth_permission VALUES (121, 'Can view imported record', 30, 'view_importedrecord');
INSERT INTO public.auth_permission VALUES (122, 'Can add letter', 31, 'add_queuedletter');
INSERT INTO public.auth_permission VALUES (123, 'Can change letter', 31, 'change_queuedletter');
INSERT INTO public.auth_permission VALUES (124, 'Can delete letter', 31, 'delete_queuedletter');
INSERT INTO public.auth_permission VALUES (125, 'Can view letter', 31, 'view_queuedletter');
INSERT INTO public.auth_permission VALUES (126, 'Can add article', 32, 'add_article');
INSERT INTO public.auth_permission VALUES (127, 'Can change article', 32, 'change_article');
INSERT INTO public.auth_permission VALUES (128, 'Can delete article', 32, 'delete_article');
INSERT INTO public.auth_permission VALUES (129, 'Can view article', 32, 'view_article');
INSERT INTO public.auth_permission VALUES (130, 'Can add byline', 33, 'add_byline');
INSERT INTO public.auth_permission VALUES (131, 'Can change byline', 33, 'change_byline');
INSERT INTO public.auth_permission VALUES (132, 'Can delete byline', 33, 'delete_byline');
INSERT INTO public.auth_permission VALUES (133, 'Can view byline', 33, 'view_byline');
INSERT INTO public.auth_permission VALUES (134, 'Can add front page', 34, 'add_frontpage');
INSERT INTO public.auth_permission VALUES (135, 'Can change front page', 34, 'change_frontpage');
INSERT INTO public.auth_permission VALUES (136, 'Can delete front page', 34, 'delete_frontpage');
INSERT INTO public.auth_permission VALUES (137, 'Can view front page', 34, 'view_frontpage');
INSERT INTO public.auth_permission VALUES (138, 'Can add section', 35, 'add_section');
INSERT INTO public.auth_permission VALUES (139, 'Can change section', 35, 'change_section');
INSERT INTO public.auth_permission VALUES (140, 'Can delete section', 35, 'delete_section');
INSERT INTO public.auth_permission VALUES (141, 'Can view section', 35, 'view_section');
INSERT INTO public.auth_permission VALUES (142, 'Can add standing page', 36, 'add_standingpage');
INSERT INTO public.auth_permission VALUES (143, 'Can change standing page', 36, 'change_standingpage');
INSERT INTO public.auth_permission VALUES (144, 'Can delete standing page', 36, 'delete_standingpage');
INSERT INTO public.auth_permission VALUES (145, 'Can view standing page', 36, 'view_standingpage');
INSERT INTO public.auth_permission VALUES (146, 'Can add article tag', 37, 'add_articletag');
INSERT INTO public.auth_permission VALUES (147, 'Can change article tag', 37, 'change_articletag');
INSERT INTO public.auth_permission VALUES (148, 'Can delete article tag', 37, 'delete_articletag');
INSERT INTO public.auth_permission VALUES (149, 'Can view article tag', 37, 'view_articletag');
INSERT INTO public.auth_permission VALUES (150, 'Can add article byline', 38, 'add_articlebyline');
INSERT INTO public.auth_permission VALUES (151, 'Can change article byline', 38, 'change_articlebyline');
INSERT INTO public.auth_permission VALUES (152, 'Can delete article byline', 38, 'delete_articlebyline');
INSERT INTO public.auth_permission VALUES (153, 'Can view article byline', 38, 'view_articlebyline');
INSERT INTO public.auth_permission VALUES (154, 'Can add photo', 39, 'add_photo');
INSERT INTO public.auth_permission VALUES (155, 'Can change photo', 39, 'change_photo');
INSERT INTO public.auth_permission VALUES (156, 'Can delete photo', 39, 'delete_photo');
INSERT INTO public.auth_permission VALUES (157, 'Can view photo', 39, 'view_photo');
INSERT INTO public.auth_permission VALUES (158, 'Can add photo rendition', 40, 'add_photorendition');
INSERT INTO public.auth_permission VALUES (159, 'Can change photo rendition', 40, 'change_photorendition');
INSERT INTO public.auth_permission VALUES (160, 'Can delete photo rendition', 40, 'delete_photorendition');
INSERT INTO public.auth_permission VALUES (161, 'Can view photo rendition', 40, 'view_photorendition');
INSERT INTO public.auth_permission VALUES (162, 'Can add discussion', 41, 'add_discussion');
INSERT INTO public.auth_permission VALUES (163, 'Can change discussion', 41, 'change_discussion');
INSERT INTO public.auth_permission VALUES (164, 'Can delete discussion', 41, 'delete_discussion');
INSERT INTO public.auth_permission VALUES (165, 'Can view discussion', 41, 'view_discussion');
INSERT INTO public.auth_permission VALUES (166, 'Can add comment', 42, 'add_comment');
INSERT INTO public.auth_permission VALUES (167, 'Can change comment', 42, 'change_comment');
INSERT INTO public.auth_permission VALUES (168, 'Can delete comment', 42, 'delete_comment');
INSERT INTO public.auth_permission VALUES (169, 'Can view comment', 42, 'view_comment');
INSERT INTO public.auth_permission VALUES (170, 'Can add intervention', 43, 'add_intervention');
INSERT INTO public.auth_permission VALUES (171, 'Can change intervention', 43, 'change_intervention');
INSERT INTO public.auth_permission VALUES (172, 'Can delete intervention', 43, 'delete_intervention');
INSERT INTO public.auth_permission VALUES (173, 'Can view intervention', 43, 'view_intervention');
INSERT INTO public.auth_permission VALUES (174, 'Can add quotation', 44, 'add_quotation');
INSERT INTO public.auth_permission VALUES (175, 'Can change quotation', 44, 'change_quotation');
INSERT INTO public.auth_permission VALUES (176, 'Can delete quotation', 44, 'delete_quotation');
INSERT INTO public.auth_permission VALUES (177, 'Can view quotation', 44, 'view_quotation');
INSERT INTO public.auth_permission VALUES (178, 'Can add revision', 45, 'add_revision');
INSERT INTO public.auth_permission VALUES (179, 'Can change revision', 45, 'change_revision');
INSERT INTO public.auth_permission VALUES (180, 'Can delete revision', 45, 'delete_revision');
INSERT INTO public.auth_permission VALUES (181, 'Can view revision', 45, 'view_revision');
INSERT INTO public.auth_permission VALUES (182, 'Can add vote', 46, 'add_vote');
INSERT INTO public.auth_permission VALUES (183, 'Can change vote', 46, 'change_vote');
INSERT INTO public.auth_permission VALUES (184, 'Can delete vote', 46, 'delete_vote');
INSERT INTO public.auth_permission VALUES (185, 'Can view vote', 46, 'view_vote');
INSERT INTO public.auth_permission VALUES (186, 'Can add follow', 47, 'add_follow');
INSERT INTO public.auth_permission VALUES (187, 'Can change follow', 47, 'change_follow');
INSERT INTO public.auth_permission VALUES (188, 'Can delete follow', 47, 'delete_follow');
INSERT INTO public.auth_permission VALUES (189, 'Can view follow', 47, 'view_follow');
INSERT INTO public.auth_permission VALUES (190, 'Can add ignored person', 48, 'add_ignoredperson');
INSERT INTO public.auth_permission VALUES (191, 'Can change ignored person', 48, 'change_ignoredperson');
INSERT INTO public.auth_permission VALUES (192, 'Can delete ignored person', 48, 'delete_ignoredperson');
INSERT INTO public.auth_permission VALUES (193, 'Can view ignored person', 48, 'view_ignoredperson');
INSERT INTO public.auth_permission VALUES (194, 'Can add grant', 49, 'add_grant');
INSERT INTO public.auth_permission VALUES (195, 'Can change grant', 49, 'change_grant');
INSERT INTO public.auth_permission VALUES (196, 'Can delete grant', 49, 'delete_grant');
INSERT INTO public.auth_permission VALUES (197, 'Can view grant', 49, 'view_grant');
INSERT INTO public.auth_permission VALUES (198, 'Can add day digest', 50, 'add_daydigest');
INSERT INTO public.auth_permission VALUES (199, 'Can change day digest', 50, 'change_daydigest');
INSERT INTO public.auth_permission VALUES (200, 'Can delete day digest', 50, 'delete_daydigest');
INSERT INTO public.auth_permission VALUES (201, 'Can view day digest', 50, 'view_daydigest');
INSERT INTO public.auth_permission VALUES (202, 'Can add campaign', 51, 'add_campaign');
INSERT INTO public.auth_permission VALUES (203, 'Can change campaign', 51, 'change_campaign');
INSERT INTO public.auth_permission VALUES (204, 'Can delete campaign', 51, 'delete_campaign');
INSERT INTO public.auth_permission VALUES (205, 'Can view campaign', 51, 'view_campaign');
INSERT INTO public.auth_permission VALUES (206, 'Can add donor', 52, 'add_donor');
INSERT INTO public.auth_permission VALUES (207, 'Can change donor', 52, 'change_donor');
INSERT INTO public.auth_permission VALUES (208, 'Can delete donor', 52, 'delete_donor');
INSERT INTO public.auth_permission VALUES (209, 'Can view donor', 52, 'view_donor');
INSERT INTO public.auth_permission VALUES (210, 'Can add inbound event', 53, 'add_inboundevent');
INSERT INTO public.auth_permission VALUES (211, 'Can change inbound event', 53, 'change_inboundevent');
INSERT INTO public.auth_permission VALUES (212, 'Can delete inbound event', 53, 'delete_inboundevent');
INSERT INTO public.auth_permission VALUES (213, 'Can view inbound event', 53, 'view_inboundevent');
INSERT INTO public.auth_permission VALUES (214, 'Can add ledger account', 54, 'add_ledgeraccount');
INSERT INTO public.auth_permission VALUES (215, 'Can change ledger account', 54, 'change_ledgeraccount');
INSERT INTO public.auth_permission VALUES (216, 'Can delete ledger account', 54, 'delete_ledgeraccount');
INSERT INTO public.auth_permission VALUES (217, 'Can view ledger account', 54, 'view_ledgeraccount');
INSERT INTO public.auth_permission VALUES (218, 'Can add milestone', 55, 'add_milestone');
INSERT INTO public.auth_permission VALUES (219, 'Can change milestone', 55, 'change_milestone');
INSERT INTO public.auth_permission VALUES (220, 'Can delete milestone', 55, 'delete_milestone');
INSERT INTO public.auth_permission VALUES (221, 'Can view milestone', 55, 'view_milestone');
INSERT INTO public.auth_permission VALUES (222, 'Can add pledge', 56, 'add_pledge');
INSERT INTO public.auth_permission VALUES (223, 'Can change pledge', 56, 'change_pledge');
INSERT INTO public.auth_permission VALUES (224, 'Can delete pledge', 56, 'delete_pledge');
INSERT INTO public.auth_permission VALUES (225, 'Can view pledge', 56, 'view_pledge');
INSERT INTO public.auth_permission VALUES (226, 'Can add gift', 57, 'add_donation');
INSERT INTO public.auth_permission VALUES (227, 'Can change gift', 57, 'change_donation');
INSERT INTO public.auth_permission VALUES (228, 'Can delete gift', 57, 'delete_donation');
INSERT INTO public.auth_permission VALUES (229, 'Can view gift', 57, 'view_donation');
INSERT INTO public.auth_permission VALUES (230, 'Can add transfer', 58, 'add_transfer');
INSERT INTO public.auth_permission VALUES (231, 'Can change transfer', 58, 'change_transfer');
INSERT INTO public.auth_permission VALUES (232, 'Can delete transfer', 58, 'delete_transfer');
INSERT INTO public.auth_permission VALUES (233, 'Can view transfer', 58, 'view_transfer');
INSERT INTO public.auth_permission VALUES (234, 'Can add campaign period', 59, 'add_campaignperiod');
INSERT INTO public.auth_permission VALUES (235, 'Can change campaign period', 59, 'change_campaignperiod');
INSERT INTO public.auth_permission VALUES (236, 'Can delete campaign period', 59, 'delete_campaignperiod');
INSERT INTO public.auth_permission VALUES (237, 'Can view campaign period', 59, 'view_campaignperiod');
INSERT INTO public.auth_permission VALUES (238, 'Can add day total', 60, 'add_daytotal');
INSERT INTO public.auth_permission VALUES (239, 'Can change day total', 60, 'change_daytotal');
INSERT INTO public.auth_permission VALUES (240, 'Can delete day total', 60, 'delete_daytotal');
INSERT INTO public.auth_permission VALUES (241, 'Can view day total', 60, 'view_daytotal');
INSERT INTO public.auth_permission VALUES (242, 'See who gives', 61, 'view_donors');
INSERT INTO public.auth_permission VALUES (243, 'Record gifts that came by hand', 61, 'record_offline');
INSERT INTO public.auth_permission VALUES (244, 'Import bank statements and match them', 61, 'reconcile');
INSERT INTO public.auth_permission VALUES (245, 'Give gifts back', 61, 'refund');
INSERT INTO public.auth_permission VALUES (246, 'Agree to a refund that somebody else asked for', 61, 'approve_refund');
INSERT INTO public.auth_permission VALUES (247, 'Correct the ledger', 61, 'correct_ledger');
INSERT INTO public.auth_permission VALUES (248, 'Record what the money is spent on', 61, 'record_spending');
INSERT INTO public.auth_permission VALUES (249, 'Approve what donors say in public', 61, 'moderate_wall');
INSERT INTO public.auth_permission VALUES (250, 'Export gifts, donors and the ledger', 61, 'export');
INSERT INTO public.auth_permission VALUES (251, 'Change campaigns, asks and ways to pay', 61, 'configure');
INSERT INTO public.auth_permission VALUES (252, 'Can add invitation', 64, 'add_invitation');
INSERT INTO public.auth_permission VALUES (253, 'Can change invitation', 64, 'change_invitation');
INSERT INTO public.auth_permission VALUES (254, 'Can delete invitation', 64, 'delete_invitation');
INSERT INTO public.auth_permission VALUES (255, 'Can view invitation', 64, 'view_invitation');
INSERT INTO public.auth_permission VALUES (256, 'Can add import file', 65, 'add_importfile');
INSERT INTO public.auth_permission VALUES (257, 'Can change import file', 65, 'change_importfile');
INSERT INTO public.auth_permission VALUES (258, 'Can delete import file', 65, 'delete_importfile');
INSERT INTO public.auth_permission VALUES (259, 'Can view import file', 65, 'view_importfile');
INSERT INTO public.auth_permission VALUES (260, 'Can add exchange rate', 66, 'add_exchangerate');
INSERT INTO public.auth_permission VALUES (261, 'Can change exchange rate', 66, 'change_exchangerate');
INSERT INTO public.auth_permission VALUES (262, 'Can delete exchange rate', 66, 'delete_exchangerate');
INSERT INTO public.auth_permission VALUES (263, 'Can view exchange rate', 66, 'view_exchangerate');
INSERT INTO public.auth_permission VALUES (264, 'Can add pretended pledge', 67, 'add_pretendedpledge');
INSERT INTO public.auth_permission VALUES (265, 'Can change pretended pledge', 67, 'change_pretendedpledge');
INSERT INTO public.auth_permission VALUES (266, 'Can delete pretended pledge', 67, 'delete_pretendedpledge');
INSERT INTO public.auth_permission VALUES (267, 'Can view pretended pledge', 67, 'view_pretendedpledge');
INSERT INTO public.auth_permission VALUES (268, 'Can add provider pause', 68, 'add_providerpause');
INSERT INTO public.auth_permission VALUES (269, 'Can change provider pause', 68, 'change_providerpause');
INSERT INTO public.auth_permission VALUES (270, 'Can delete provider pause', 68, 'delete_providerpause');
INSERT INTO public.auth_permission VALUES (271, 'Can view provider pause', 68, 'view_providerpause');
INSERT INTO public.auth_permission VALUES (272, 'Can add spent proof', 69, 'add_spentproof');
INSERT INTO public.auth_permission VALUES (273, 'Can change spent proof', 69, 'change_spentproof');
INSERT INTO public.auth_permission VALUES (274, 'Can delete spent proof', 69, 'delete_spentproof');
INSERT INTO public.auth_permission VALUES (275, 'Can view spent proof', 69, 'view_spentproof');
INSERT INTO public.auth_permission VALUES (276, 'Can add suggested amounts', 70, 'add_suggestedamounts');
INSERT INTO public.auth_permission VALUES (277, 'Can change suggested amounts', 70, 'change_suggestedamounts');
INSERT INTO public.auth_permission VALUES (278, 'Can delete suggested amounts', 70, 'delete_suggestedamounts');
INSERT INTO public.auth_permission VALUES (279, 'Can view suggested amounts', 70, 'view_suggestedamounts');
INSERT INTO public.auth_permission VALUES (280, 'Can add payment attempt', 71, 'add_paymentattempt');
INSERT INTO public.auth_permission VALUES (281, 'Can change payment attempt', 71, 'change_paymentattempt');
INSERT INTO public.auth_permission VALUES (282, 'Can delete payment attempt', 71, 'delete_paymentattempt');
INSERT INTO public.auth_permission VALUES (283, 'Can view payment attempt', 71, 'view_paymentattempt');
INSERT INTO public.auth_permission VALUES (284, 'Can add pretended payment', 72, 'add_pretendedpayment');
INSERT INTO public.auth_permission VALUES (285, 'Can change pretended payment', 72, 'change_pretendedpayment');
INSERT INTO public.auth_permission VALUES (286, 'Can delete pretended payment', 72, 'delete_pretendedpayment');
INSERT INTO public.auth_permission VALUES (287, 'Can view pretended payment', 72, 'view_pretendedpayment');
INSERT INTO public.auth_permission VALUES (288, 'Can add reconciliation', 73, 'add_reconciliation');
INSERT INTO public.auth_permission VALUES (289, 'Can change reconciliation', 73, 'change_reconciliation');
INSERT INTO public.auth_permission VALUES (290, 'Can delete reconciliation', 73, 'delete_reconciliation');
INSERT INTO public.auth_permission VALUES (291, 'Can view reconciliation', 73, 'view_reconciliation');
INSERT INTO public.auth_permission VALUES (292, 'Can add ask', 85, 'add_ask');
INSERT INTO public.auth_permission VALUES (293, 'Can change ask', 85, 'change_ask');
INSERT INTO public.auth_permission VALUES (294, 'Can delete ask', 85, 'delete_ask');
INSERT INTO public.auth_permission VALUES (295, 'Can view ask', 85, 'view_ask');
INSERT INTO public.auth_permission VALUES (296, 'Can add ask variant', 86, 'add_askvariant');
INSERT INTO public.auth_permission VALUES (297, 'Can change ask variant', 86, 'change_askvariant');
INSERT INTO public.auth_permission VALUES (298, 'Can delete ask variant', 86, 'delete_askvariant');
INSERT INTO public.auth_permission VALUES (299, 'Can view ask variant', 86, 'view_askvariant');
INSERT INTO public.auth_permission VALUES (300, 'Can add ask hour', 87, 'add_askhour');
INSERT INTO public.auth_permission VALUES (301, 'Can change ask hour', 87, 'change_askhour');
INSERT INTO public.auth_permission VALUES (302, 'Can delete ask hour', 87, 'delete_askhour');
INSERT INTO public.auth_permission VALUES (303, 'Can view ask hour', 87, 'view_askhour');
INSERT INTO public.auth_permission VALUES (304, 'Can add person', 89, 'add_user');
INSERT INTO public.auth_permission VALUES (305, 'Can change person', 89, 'change_user');
INSERT INTO public.auth_permission VALUES (306, 'Can delete person', 89, 'delete_user');
INSERT INTO public.auth_permission VALUES (307, 'Can view person', 89, 'view_user');
INSERT INTO public.auth_permission VALUES (308, 'Can add desk link', 90, 'add_desklink');
INSERT INTO public.auth_permission VALUES (309, 'Can change desk link', 90, 'change_desklink');
INSERT INTO public.auth_permission VALUES (310, 'Can delete desk link', 90, 'delete_desklink');
INSERT INTO public.auth_permission VALUES (311, 'Can view desk link', 90, 'view_desklink');
INSERT INTO public.auth_permission VALUES (312, 'Can add limit state', 91, 'add_limitstate');
INSERT INTO public.auth_permission VALUES (313, 'Can change limit state', 91, 'change_limitstate');
INSERT INTO public.auth_permission VALUES (314, 'Can delete limit state', 91, 'delete_limitstate');
INSERT INTO public.auth_permission VALUES (315, 'Can view limit state', 91, 'view_limitstate');
INSERT INTO public.auth_permission VALUES (316, 'Can add session', 92, 'add_session');
INSERT INTO public.auth_permission VALUES (317, 'Can change session', 92, 'change_session');
INSERT INTO public.auth_permission VALUES (318, 'Can delete session', 92, 'delete_session');
INSERT INTO public.auth_permission VALUES (319, 'Can view session', 92, 'view_session');
INSERT INTO public.auth_permission VALUES (320, 'Can add sign in attempt', 93, 'add_signinattempt');
INSERT INTO public.auth_permission VALUES (321, 'Can change sign in attempt', 93, 'change_signinattempt');
INSERT INTO public.auth_permission VALUES (322, 'Can delete sign in attempt', 93, 'delete_signinattempt');
INSERT INTO public.auth_permission VALUES (323, 'Can view sign in attempt', 93, 'view_signinattempt');
INSERT INTO public.auth_permission VALUES (324, 'Can add export', 94, 'add_export');
INSERT INTO public.auth_permission VALUES (325, 'Can change export', 94, 'change_export');
INSERT INTO public.auth_permission VALUES (326, 'Can delete export', 94, 'delete_export');
INSERT INTO public.auth_permission VALUES (327, 'Can view export', 94, 'view_export');
INSERT INTO public.auth_permission VALUES (328, 'Can add export piece', 95, 'add_exportpiece');
INSERT INTO public.auth_permission VALUES (329, 'Can change export piece', 95, 'change_exportpiece');
INSERT INTO public.auth_permission VALUES (330, 'Can delete export piece', 95, 'delete_exportpiece');
INSERT INTO public.auth_permission VALUES (331, 'Can view export piece', 95, 'view_exportpiece');
INSERT INTO public.auth_permission VALUES (332, 'Can add claim', 96, 'add_claim');
INSERT INTO public.auth_permission VALUES (333, 'Can change claim', 96, 'change_claim');
INSERT INTO public.auth_permission VALUES (334, 'Can delete claim', 96, 'delete_claim');
INSERT INTO public.auth_permission VALUES (335, 'Can view claim', 96, 'view_claim');
INSERT INTO public.auth_permission VALUES (336, 'Can add merge', 97, 'add_merge');
INSERT INTO public.auth_permission VALUES (337, 'Can change merge', 97, 'change_merge');
INSERT INTO public.auth_permission VALUES (338, 'Can delete merge', 97, 'delete_merge');
INSERT INTO public.auth_permission VALUES (339, 'Can view merge', 97, 'view_merge');
INSERT INTO public.auth_permission VALUES (340, 'Can add name change', 98, 'add_namechange');
INSERT INTO public.auth_permission VALUES (341, 'Can change name change', 98, 'change_namechange');
INSERT INTO public.auth_permission VALUES (342, 'Can delete name change', 98, 'delete_namechange');
INSERT INTO public.auth_permission VALUES (343, 'Can view name change', 98, 'view_namechange');
INSERT INTO public.auth_permission VALUES (344, 'Can add site for signed visits', 99, 'add_visitsite');
INSERT INTO public.auth_permission VALUES (345, 'Can change site for signed visits', 99, 'change_visitsite');
INSERT INTO public.auth_permission VALUES (346, 'Can delete site for signed visits', 99, 'delete_visitsite');
INSERT INTO public.auth_permission VALUES (347, 'Can view site for signed visits', 99, 'view_visitsite');
INSERT INTO public.auth_permission VALUES (348, 'Can add visitor', 100, 'add_visitor');
INSERT INTO public.auth_permission VALUES (349, 'Can change visitor', 100, 'change_visitor');
INSERT INTO public.auth_permission VALUES (350, 'Can delete visitor', 100, 'delete_visitor');
INSERT INTO public.auth_permission VALUES (351, 'Can view visitor', 100, 'view_visitor');
INSERT INTO public.auth_permission VALUES (352, 'Can add redeemed visit', 101, 'add_redeemedvisit');
INSERT INTO public.auth_permission VALUES (353, 'Can change redeemed visit', 101, 'change_redeemedvisit');
INSERT INTO public.auth_permission VALUES (354, 'Can delete redeemed visit', 101, 'delete_redeemedvisit');
INSERT INTO public.auth_permission VALUES (355, 'Can view redeemed visit', 101, 'view_redeemedvisit');
INSERT INTO public.auth_permission VALUES (356, 'Can add sign-in provider', 102, 'add_signinprovider');
INSERT INTO public.auth_permission VALUES (357, 'Can change sign-in provider', 102, 'change_signinprovider');
INSERT INTO public.auth_permission VALUES (358, 'Can delete sign-in provider', 102, 'delete_signinprovider');
INSERT INTO public.auth_permission VALUES (359, 'Can view sign-in provider', 102, 'view_signinprovider');
INSERT INTO public.auth_permission VALUES (360, 'Can add redirect', 103, 'add_redirect');
INSERT INTO public.auth_permission VALUES (361, 'Can change redirect', 103, 'change_redirect');
INSERT INTO public.auth_permission VALUES (362, 'Can delete redirect', 103, 'delete_redirect');
INSERT INTO public.auth_permission VALUES (363, 'Can view redirect', 103, 'view_redirect');
INSERT INTO public.auth_permission VALUES (364, 'Can add user profile', 104, 'add_userprofile');
INSERT INTO public.auth_permission VALUES (365, 'Can change user profile', 104, 'change_userprofile');
INSERT INTO public.auth_permission VALUES (366, 'Can delete user profile', 104, 'delete_userprofile');
INSERT INTO public.auth_permission VALUES (367, 'Can view user profile', 104, 'view_userprofile');
INSERT INTO public.auth_permission VALUES (368, 'Can view document', 28, 'view_document');
INSERT INTO public.auth_permission VALUES (369, 'Can view image', 29, 'view_image');
INSERT INTO public.auth_permission VALUES (370, 'Can add rendition', 105, 'add_rendition');
INSERT INTO public.auth_permission VALUES (371, 'Can change rendition', 105, 'change_rendition');
INSERT INTO public.auth_permission VALUES (372, 'Can delete rendition', 105, 'delete_rendition');
INSERT INTO public.auth_permission VALUES (373, 'Can view rendition', 105, 'view_rendition');
INSERT INTO public.auth_permission VALUES (374, 'Can add index entry', 106, 'add_indexentry');
INSERT INTO public.auth_permission VALUES (375, 'Can change index entry', 106, 'change_indexentry');
INSERT INTO public.auth_permission VALUES (376, 'Can delete index entry', 106, 'delete_indexentry');
INSERT INTO public.auth_permission VALUES (377, 'Can view index entry', 106, 'view_indexentry');
INSERT INTO public.auth_permission VALUES (378, 'Can add editing session', 107, 'add_editingsession');
INSERT INTO public.auth_permission VALUES (379, 'Can change editing session', 107, 'change_editingsession');
INSERT INTO public.auth_permission VALUES (380, 'Can delete editing session', 107, 'delete_editingsession');
INSERT INTO public.auth_permission VALUES (381, 'Can view editing session', 107, 'view_editingsession');
INSERT INTO public.auth_permission VALUES (382, 'Can add form state', 108, 'add_formstate');
INSERT INTO public.auth_permission VALUES (383, 'Can change form state', 108, 'change_formstate');
INSERT INTO public.auth_permission VALUES (384, 'Can delete form state', 108, 'delete_formstate');
INSERT INTO public.auth_permission VALUES (385, 'Can view form state', 108, 'view_formstate');
INSERT INTO public.auth_permission VALUES (386, 'Can add email address', 109, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (387, 'Can change email address', 109, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (388, 'Can delete email address', 109, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (389, 'Can view email address', 109, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (390, 'Can add email confirmation', 110, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (391, 'Can change email confirmation', 110, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (392, 'Can delete email confirmation', 110, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (393, 'Can view email confirmation', 110, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (394, 'Can add authenticator', 111, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (395, 'Can change authenticator', 111, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (396, 'Can delete authenticator', 111, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (397, 'Can view authenticator', 111, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (398, 'Can add social account', 112, 'add_socialaccount');
INSERT INTO public.auth_permission VALUES (399, 'Can change social account', 112, 'change_socialaccount');
INSERT INTO public.auth_permission VALUES (400, 'Can delete social account', 112, 'delete_socialaccount');
INSERT INTO public.auth_permission VALUES (401, 'Can view social account', 112, 'view_socialaccount');
INSERT INTO public.auth_permission VALUES (402, 'Can add social application', 113, 'add_socialapp');
INSERT INTO public.auth_permission VALUES (403, 'Can change social application', 113, 'change_socialapp');
INSERT INTO public.auth_permission VALUES (404, 'Can delete social application', 113, 'delete_socialapp');
INSERT INTO public.auth_permission VALUES (405, 'Can view social application', 113, 'view_socialapp');
INSERT INTO public.auth_permission VALUES (406, 'Can add social application token', 114, 'add_socialtoken');
INSERT INTO public.auth_permission VALUES (407, 'Can change social application token', 114, 'change_socialtoken');
INSERT INTO public.auth_permission VALUES (408, 'Can delete social application token', 114, 'delete_socialtoken');
INSERT INTO public.auth_permission VALUES (409, 'Can view social application token', 114, 'view_socialtoken');
INSERT INTO public.auth_permission VALUES (410, 'Can add tag', 115, 'add_tag');
INSERT INTO public.auth_permission VALUES (411, 'Can change tag', 115, 'change_tag');
INSERT INTO public.auth_permission VALUES (412, 'Can delete tag', 115, 'delete_tag');
INSERT INTO public.auth_permission VALUES (413, 'Can view tag', 115, 'view_tag');
INSERT INTO public.auth_permission VALUES (414, 'Can add tagged item', 116, 'add_taggeditem');
INSERT INTO public.auth_permission VALUES (415, 'Can change tagged item', 116, 'change_taggeditem');
INSERT INTO public.auth_permission VALUES (416, 'Can delete tagged item', 116, 'delete_taggeditem');
INSERT INTO public.auth_permission VALUES (417, 'Can view tagged item', 116, 'view_taggeditem');
INSERT INTO public.auth_permission VALUES (418, 'Can add permission', 117, 'add_permission');
INSERT INTO public.auth_permission VALUES (419, 'Can change permission', 117, 'change_permission');
INSERT INTO public.auth_permission VALUES (420, 'Can delete permission', 117, 'delete_permission');
INSERT INTO public.auth_permission VALUES (421, 'Can view permission', 117, 'view_permission');
INSERT INTO public.auth_permission VALUES (422, 'Can add group', 118, 'add_group');
INSERT INTO public.auth_permission VALUES (423, 'Can change group', 118, 'change_group');
INSERT INTO public.auth_permission VALUES (424, 'Can delete group', 118, 'delete_group');
INSERT INTO public.auth_permission VALUES (425, 'Can view group', 118, 'view_group');
INSERT INTO public.auth_permission VALUES (426, 'Can add content type', 119, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (427, 'Can change content type', 119, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (428, 'Can delete content type', 119, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (429, 'Can view content type', 119, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (430, 'Can add procrastinate event', 120, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (431, 'Can change procrastinate event', 120, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (432, 'Can delete procrastinate event', 120, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (433, 'Can view procrastinate event', 120, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (434, 'Can add procrastinate job', 121, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (435, 'Can change procrastinate job', 121, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (436, 'Can delete procrastinate job', 121, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (437, 'Can view procrastinate job', 121, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (438, 'Can add procrastinate periodic defer', 122, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (439, 'Can change procrastinate periodic defer', 122, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (440, 'Can delete procrastinate periodic defer', 122, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (441, 'Can view procrastinate periodic defer', 122, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (442, 'Can add procrastinate worker', 123, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (443, 'Can change procrastinate worker', 123, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (444, 'Can delete procrastinate worker', 123, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (445, 'Can view procrastinate worker', 123, 'view_procrastinateworker');

INSERT INTO public.broadsheet_discussion_grant VALUES (1, 'GUEST', 'COMMENT');
INSERT INTO public.broadsheet_discussion_grant VALUES (2, 'GUEST', 'SKIP_QUEUE');
INSERT INTO public.broadsheet_discussion_grant VALUES (3, 'CONFIRMED', 'COMMENT');
INSERT INTO public.broadsheet_discussion_grant VALUES (4, 'CONFIRMED', 'VOTE_COUNTED');
INSERT INTO public.broadsheet_discussion_grant VALUES (5, 'CONFIRMED', 'POST_LINKS');
INSERT INTO public.broadsheet_discussion_grant VALUES (6, 'CONFIRMED', 'SKIP_QUEUE');
INSERT INTO public.broadsheet_discussion_grant VALUES (7, 'ACCOUNT', 'COMMENT');
INSERT INTO public.broadsheet_discussion_grant VALUES (8, 'ACCOUNT', 'VOTE_COUNTED');
INSERT INTO public.broadsheet_discussion_grant VALUES (9, 'ACCOUNT', 'POST_LINKS');
INSERT INTO public.broadsheet_discussion_grant VALUES (10, 'ACCOUNT', 'SKIP_QUEUE');

INSERT INTO public.django_content_type VALUES (1, 'wagtailcore', 'page');
INSERT INTO public.django_content_type VALUES (2, 'wagtailcore', 'groupapprovaltask');
INSERT INTO public.django_content_type VALUES (3, 'wagtailcore', 'locale');
INSERT INTO public.django_content_type VALUES (4, 'wagtailcore', 'site');
INSERT INTO public.django_content_type VALUES (5, 'wagtailcore', 'groupsitepermission');
INSERT INTO public.django_content_type VALUES (6, 'wagtailcore', 'apitoken');
INSERT INTO public.django_content_type VALUES (7, 'wagtailcore', 'modellogentry');
INSERT INTO public.django_content_type VALUES (8, 'wagtailcore', 'revision');
INSERT INTO public.django_content_type VALUES (9, 'wagtailcore', 'collectionviewrestriction');
INSERT INTO public.django_content_type VALUES (10, 'wagtailcore', 'collection');
INSERT INTO public.django_content_type VALUES (11, 'wagtailcore', 'groupcollectionpermission');
INSERT INTO public.django_content_type VALUES (12, 'wagtailcore', 'uploadedfile');
INSERT INTO public.django_content_type VALUES (13, 'wagtailcore', 'workflowcontenttype');
INSERT INTO public.django_content_type VALUES (14, 'wagtailcore', 'workflowstate');
INSERT INTO public.django_content_type VALUES (15, 'wagtailcore', 'workflow');
INSERT INTO public.django_content_type VALUES (16, 'wagtailcore', 'workflowtask');
INSERT INTO public.django_content_type VALUES (17, 'wagtailcore', 'task');
INSERT INTO public.django_content_type VALUES (18, 'wagtailcore', 'taskstate');
INSERT INTO public.django_content_type VALUES (19, 'wagtailcore', 'grouppagepermission');
INSERT INTO public.django_content_type VALUES (20, 'wagtailcore', 'pageviewrestriction');
INSERT INTO public.django_content_type VALUES (21, 'wagtailcore', 'workflowpage');
INSERT INTO public.django_content_type VALUES (22, 'wagtailcore', 'pagelogentry');
INSERT INTO public.django_content_type VALUES (23, 'wagtailcore', 'comment');
INSERT INTO public.django_content_type VALUES (24, 'wagtailcore', 'commentreply');
INSERT INTO public.django_content_type VALUES (25, 'wagtailcore', 'pagesubscription');
INSERT INTO public.django_content_type VALUES (26, 'wagtailcore', 'referenceindex');
INSERT INTO public.django_content_type VALUES (27, 'wagtailadmin', 'admin');
INSERT INTO public.django_content_type VALUES (28, 'wagtaildocs', 'document');
INSERT INTO public.django_content_type VALUES (29, 'wagtailimages', 'image');
INSERT INTO public.django_content_type VALUES (30, 'broadsheet_exchange', 'importedrecord');
INSERT INTO public.django_content_type VALUES (31, 'broadsheet_notify', 'queuedletter');
INSERT INTO public.django_content_type VALUES (32, 'broadsheet_publishing', 'article');
INSERT INTO public.django_content_type VALUES (33, 'broadsheet_publishing', 'byline');
INSERT INTO public.django_content_type VALUES (34, 'broadsheet_publishing', 'frontpage');
INSERT INTO public.django_content_type VALUES (35, 'broadsheet_publishing', 'section');
INSERT INTO public.django_content_type VALUES (36, 'broadsheet_publishing', 'standingpage');
INSERT INTO public.django_content_type VALUES (37, 'broadsheet_publishing', 'articletag');
INSERT INTO public.django_content_type VALUES (38, 'broadsheet_publishing', 'articlebyline');
INSERT INTO public.django_content_type VALUES (39, 'broadsheet_publishing', 'photo');
INSERT INTO public.django_content_type VALUES (40, 'broadsheet_publishing', 'photorendition');
INSERT INTO public.django_content_type VALUES (41, 'broadsheet_discussion', 'discussion');
INSERT INTO public.django_content_type VALUES (42, 'broadsheet_discussion', 'comment');
INSERT INTO public.django_content_type VALUES (43, 'broadsheet_discussion', 'intervention');
INSERT INTO public.django_content_type VALUES (44, 'broadsheet_discussion', 'quotation');
INSERT INTO public.django_content_type VALUES (45, 'broadsheet_discussion', 'revision');
INSERT INTO public.django_content_type VALUES (46, 'broadsheet_discussion', 'vote');
INSERT INTO public.django_content_type VALUES (47, 'broadsheet_discussion', 'follow');
INSERT INTO public.django_content_type VALUES (48, 'broadsheet_discussion', 'ignoredperson');
INSERT INTO public.django_content_type VALUES (49, 'broadsheet_discussion', 'grant');
INSERT INTO public.django_content_type VALUES (50, 'broadsheet_funding', 'daydigest');
INSERT INTO public.django_content_type VALUES (51, 'broadsheet_funding', 'campaign');
INSERT INTO public.django_content_type VALUES (52, 'broadsheet_funding', 'donor');
INSERT INTO public.django_content_type VALUES (53, 'broadsheet_funding', 'inboundevent');
INSERT INTO public.django_content_type VALUES (54, 'broadsheet_funding', 'ledgeraccount');
INSERT INTO public.django_content_type VALUES (55, 'broadsheet_funding', 'milestone');
INSERT INTO public.django_content_type VALUES (56, 'broadsheet_funding', 'pledge');
INSERT INTO public.django_content_type VALUES (57, 'broadsheet_funding', 'donation');
INSERT INTO public.django_content_type VALUES (58, 'broadsheet_funding', 'transfer');
INSERT INTO public.django_content_type VALUES (59, 'broadsheet_funding', 'campaignperiod');
INSERT INTO public.django_content_type VALUES (60, 'broadsheet_funding', 'daytotal');
INSERT INTO public.django_content_type VALUES (61, 'broadsheet_funding', 'fundingaudit');
INSERT INTO public.django_content_type VALUES (62, 'broadsheet_funding', 'refundrequest');
INSERT INTO public.django_content_type VALUES (63, 'broadsheet_funding', 'spending');
INSERT INTO public.django_content_type VALUES (64, 'broadsheet_funding', 'invitation');
INSERT INTO public.django_content_type VALUES (65, 'broadsheet_funding', 'importfile');
INSERT INTO public.django_content_type VALUES (66, 'broadsheet_funding', 'exchangerate');
INSERT INTO public.django_content_type VALUES (67, 'broadsheet_funding', 'pretendedpledge');
INSERT INTO public.django_content_type VALUES (68, 'broadsheet_funding', 'providerpause');
INSERT INTO public.django_content_type VALUES (69, 'broadsheet_funding', 'spentproof');
INSERT INTO public.django_content_type VALUES (70, 'broadsheet_funding', 'suggestedamounts');
INSERT INTO public.django_content_type VALUES (71, 'broadsheet_funding', 'paymentattempt');
INSERT INTO public.django_content_type VALUES (72, 'broadsheet_funding', 'pretendedpayment');
INSERT INTO public.django_content_type VALUES (73, 'broadsheet_funding', 'reconciliation');
INSERT INTO public.django_content_type VALUES (74, 'broadsheet_funding', 'bankstatement');
INSERT INTO public.django_content_type VALUES (75, 'broadsheet_funding', 'bankentry');
INSERT INTO public.django_content_type VALUES (76, 'broadsheet_funding', 'entrymatch');
INSERT INTO public.django_content_type VALUES (77, 'broadsheet_funding', 'statementlayout');
INSERT INTO public.django_content_type VALUES (78, 'broadsheet_funding', 'bankaccount');
INSERT INTO public.django_content_type VALUES (79, 'broadsheet_funding', 'receipt');
INSERT INTO public.django_content_type VALUES (80, 'broadsheet_funding', 'receiptcounter');
INSERT INTO public.django_content_type VALUES (81, 'broadsheet_funding', 'receiptwording');
INSERT INTO public.django_content_type VALUES (82, 'broadsheet_funding', 'portallink');
INSERT INTO public.django_content_type VALUES (83, 'broadsheet_funding', 'pledgeletter');
INSERT INTO public.django_content_type VALUES (84, 'broadsheet_funding', 'badgewish');
INSERT INTO public.django_content_type VALUES (85, 'broadsheet_funding', 'ask');
INSERT INTO public.django_content_type VALUES (86, 'broadsheet_funding', 'askvariant');
INSERT INTO public.django_content_type VALUES (87, 'broadsheet_funding', 'askhour');
INSERT INTO public.django_content_type VALUES (88, 'broadsheet_funding', 'ledgerfinding');
INSERT INTO public.django_content_type VALUES (89, 'broadsheet_accounts', 'user');
INSERT INTO public.django_content_type VALUES (90, 'broadsheet_accounts', 'desklink');
INSERT INTO public.django_content_type VALUES (91, 'broadsheet_accounts', 'limitstate');
INSERT INTO public.django_content_type VALUES (92, 'broadsheet_accounts', 'session');
INSERT INTO public.django_content_type VALUES (93, 'broadsheet_accounts', 'signinattempt');
INSERT INTO public.django_content_type VALUES (94, 'broadsheet_accounts', 'export');
INSERT INTO public.django_content_type VALUES (95, 'broadsheet_accounts', 'exportpiece');
INSERT INTO public.django_content_type VALUES (96, 'broadsheet_accounts', 'claim');
INSERT INTO public.django_content_type VALUES (97, 'broadsheet_accounts', 'merge');
INSERT INTO public.django_content_type VALUES (98, 'broadsheet_accounts', 'namechange');
INSERT INTO public.django_content_type VALUES (99, 'broadsheet_accounts', 'visitsite');
INSERT INTO public.django_content_type VALUES (100, 'broadsheet_accounts', 'visitor');
INSERT INTO public.django_content_type VALUES (101, 'broadsheet_accounts', 'redeemedvisit');
INSERT INTO public.django_content_type VALUES (102, 'broadsheet_accounts', 'signinprovider');
INSERT INTO public.django_content_type VALUES (103, 'wagtailredirects', 'redirect');
INSERT INTO public.django_content_type VALUES (104, 'wagtailusers', 'userprofile');
INSERT INTO public.django_content_type VALUES (105, 'wagtailimages', 'rendition');
INSERT INTO public.django_content_type VALUES (106, 'wagtailsearch', 'indexentry');
INSERT INTO public.django_content_type VALUES (107, 'wagtailadmin', 'editingsession');
INSERT INTO public.django_content_type VALUES (108, 'wagtailadmin', 'formstate');
INSERT INTO public.django_content_type VALUES (109, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (110, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (111, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (112, 'socialaccount', 'socialaccount');
INSERT INTO public.django_content_type VALUES (113, 'socialaccount', 'socialapp');
INSERT INTO public.django_content_type VALUES (114, 'socialaccount', 'socialtoken');
INSERT INTO public.django_content_type VALUES (115, 'taggit', 'tag');
INSERT INTO public.django_content_type VALUES (116, 'taggit', 'taggeditem');
INSERT INTO public.django_content_type VALUES (117, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (118, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (119, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (120, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (121, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (122, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (123, 'procrastinate', 'procrastinateworker');

INSERT INTO public.django_migrations VALUES (1, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (2, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations VALUES (3, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (4, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations VALUES (5, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations VALUES (6, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations VALUES (7, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations VALUES (8, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations VALUES (9, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations VALUES (10, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations VALUES (11, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations VALUES (12, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations VALUES (13, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations VALUES (14, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations VALUES (15, 'broadsheet_accounts', '0001_people', now());
INSERT INTO public.django_migrations VALUES (16, 'account', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (17, 'account', '0002_email_max_length', now());
INSERT INTO public.django_migrations VALUES (18, 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations VALUES (19, 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations VALUES (20, 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations VALUES (21, 'account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations VALUES (22, 'account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations VALUES (23, 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations VALUES (24, 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations VALUES (25, 'socialaccount', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (26, 'socialaccount', '0002_token_max_lengths', now());
INSERT INTO public.django_migrations VALUES (27, 'socialaccount', '0003_extra_data_default_dict', now());
INSERT INTO public.django_migrations VALUES (28, 'socialaccount', '0004_app_provider_id_settings', now());
INSERT INTO public.django_migrations VALUES (29, 'socialaccount', '0005_socialtoken_nullable_app', now());
INSERT INTO public.django_migrations VALUES (30, 'socialaccount', '0006_alter_socialaccount_extra_data', now());
INSERT INTO public.django_migrations VALUES (31, 'broadsheet_accounts', '0002_limits_are_counted', now());
INSERT INTO public.django_migrations VALUES (32, 'broadsheet_accounts', '0003_sessions_are_ours', now());
INSERT INTO public.django_migrations VALUES (33, 'broadsheet_accounts', '0004_letters_to_sign_in_with', now());
INSERT INTO public.django_migrations VALUES (34, 'broadsheet_accounts', '0005_people_take_along_and_are_erased', now());
INSERT INTO public.django_migrations VALUES (35, 'broadsheet_accounts', '0006_people_become_one', now());
INSERT INTO public.django_migrations VALUES (36, 'broadsheet_accounts', '0007_names_have_looks_and_faces', now());
INSERT INTO public.django_migrations VALUES (37, 'broadsheet_accounts', '0008_visits_are_signed', now());
INSERT INTO public.django_migrations VALUES (38, 'broadsheet_accounts', '0009_providers_have_our_name', now());
INSERT INTO public.django_migrations VALUES (39, 'broadsheet_accounts', '0010_people_may_be_seen_to_support', now());
INSERT INTO public.django_migrations VALUES (40, 'broadsheet_discussion', '0001_the_first_tables', now());
INSERT INTO public.django_migrations VALUES (41, 'broadsheet_discussion', '0002_discussions_count_their_changes', now());
INSERT INTO public.django_migrations VALUES (42, 'broadsheet_discussion', '0003_comments_remember_their_markup', now());
INSERT INTO public.django_migrations VALUES (43, 'broadsheet_discussion', '0004_votes_remember_their_order', now());
INSERT INTO public.django_migrations VALUES (44, 'broadsheet_discussion', '0005_votes_may_wait_to_count', now());
INSERT INTO public.django_migrations VALUES (45, 'broadsheet_discussion', '0006_readers_follow_and_ignore', now());
INSERT INTO public.django_migrations VALUES (46, 'broadsheet_discussion', '0007_rights_follow_strength', now());
INSERT INTO public.django_migrations VALUES (47, 'broadsheet_exchange', '0001_what_was_imported', now());
INSERT INTO public.django_migrations VALUES (48, 'broadsheet_funding', '0001_campaigns_gifts_and_the_ledger', now());
INSERT INTO public.django_migrations VALUES (49, 'broadsheet_funding', '0002_the_desk_keeps_what_it_did', now());
INSERT INTO public.django_migrations VALUES (50, 'broadsheet_funding', '0003_who_gave_elsewhere', now());
INSERT INTO public.django_migrations VALUES (51, 'broadsheet_funding', '0003_the_ledger_is_only_added_to', now());
INSERT INTO public.django_migrations VALUES (52, 'broadsheet_funding', '0004_gifts_are_begun', now());
INSERT INTO public.django_migrations VALUES (53, 'broadsheet_funding', '0005_what_providers_said_when_asked', now());
INSERT INTO public.django_migrations VALUES (54, 'broadsheet_funding', '0006_the_bank_says_what_came', now());
INSERT INTO public.django_migrations VALUES (55, 'broadsheet_funding', '0007_donors_get_receipts', now());
INSERT INTO public.django_migrations VALUES (56, 'broadsheet_funding', '0008_readers_are_asked', now());
INSERT INTO public.django_migrations VALUES (57, 'broadsheet_funding', '0009_days_are_sealed', now());
INSERT INTO public.django_migrations VALUES (58, 'broadsheet_funding', '0010_what_is_known_to_be_wrong', now());
INSERT INTO public.django_migrations VALUES (59, 'broadsheet_funding', '0012_known_money_is_counted_once', now());
INSERT INTO public.django_migrations VALUES (60, 'broadsheet_notify', '0001_letters', now());
INSERT INTO public.django_migrations VALUES (61, 'broadsheet_notify', '0002_letters_may_leave_no_trace', now());
INSERT INTO public.django_migrations VALUES (62, 'wagtailcore', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (63, 'wagtailcore', '0002_initial_data', now());
INSERT INTO public.django_migrations VALUES (64, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', now());
INSERT INTO public.django_migrations VALUES (65, 'wagtailcore', '0004_page_locked', now());
INSERT INTO public.django_migrations VALUES (66, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', now());
INSERT INTO public.django_migrations VALUES (67, 'wagtailcore', '0006_add_lock_page_permission', now());
INSERT INTO public.django_migrations VALUES (68, 'wagtailcore', '0007_page_latest_revision_created_at', now());
INSERT INTO public.django_migrations VALUES (69, 'wagtailcore', '0008_populate_latest_revision_created_at', now());
INSERT INTO public.django_migrations VALUES (70, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', now());
INSERT INTO public.django_migrations VALUES (71, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', now());
INSERT INTO public.django_migrations VALUES (72, 'wagtailcore', '0011_page_first_published_at', now());
INSERT INTO public.django_migrations VALUES (73, 'wagtailcore', '0012_extend_page_slug_field', now());
INSERT INTO public.django_migrations VALUES (74, 'wagtailcore', '0013_update_golive_expire_help_text', now());
INSERT INTO public.django_migrations VALUES (75, 'wagtailcore', '0014_add_verbose_name', now());
INSERT INTO public.django_migrations VALUES (76, 'wagtailcore', '0015_add_more_verbose_names', now());
INSERT INTO public.django_migrations VALUES (77, 'wagtailcore', '0016_change_page_url_path_to_text_field', now());
INSERT INTO public.django_migrations VALUES (78, 'wagtailcore', '0017_change_edit_page_permission_description', now());
INSERT INTO public.django_migrations VALUES (79, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', now());
INSERT INTO public.django_migrations VALUES (80, 'wagtailcore', '0019_verbose_names_cleanup', now());
INSERT INTO public.django_migrations VALUES (81, 'wagtailcore', '0020_add_index_on_page_first_published_at', now());
INSERT INTO public.django_migrations VALUES (82, 'wagtailcore', '0021_capitalizeverbose', now());
INSERT INTO public.django_migrations VALUES (83, 'wagtailcore', '0022_add_site_name', now());
INSERT INTO public.django_migrations VALUES (84, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', now());
INSERT INTO public.django_migrations VALUES (85, 'wagtailcore', '0024_collection', now());
INSERT INTO public.django_migrations VALUES (86, 'wagtailcore', '0025_collection_initial_data', now());
INSERT INTO public.django_migrations VALUES (87, 'wagtailcore', '0026_group_collection_permission', now());
INSERT INTO public.django_migrations VALUES (88, 'wagtailcore', '0027_fix_collection_path_collation', now());
INSERT INTO public.django_migrations VALUES (89, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', now());
INSERT INTO public.django_migrations VALUES (90, 'wagtailcore', '0028_merge', now());
INSERT INTO public.django_migrations VALUES (91, 'wagtailcore', '0029_unicode_slugfield_dj19', now());
INSERT INTO public.django_migrations VALUES (92, 'wagtailcore', '0030_index_on_pagerevision_created_at', now());
INSERT INTO public.django_migrations VALUES (93, 'wagtailcore', '0031_add_page_view_restriction_types', now());
INSERT INTO public.django_migrations VALUES (94, 'wagtailcore', '0032_add_bulk_delete_page_permission', now());
INSERT INTO public.django_migrations VALUES (95, 'wagtailcore', '0033_remove_golive_expiry_help_text', now());
INSERT INTO public.django_migrations VALUES (96, 'wagtailcore', '0034_page_live_revision', now());
INSERT INTO public.django_migrations VALUES (97, 'wagtailcore', '0035_page_last_published_at', now());
INSERT INTO public.django_migrations VALUES (98, 'wagtailcore', '0036_populate_page_last_published_at', now());
INSERT INTO public.django_migrations VALUES (99, 'wagtailcore', '0037_set_page_owner_editable', now());
INSERT INTO public.django_migrations VALUES (100, 'wagtailcore', '0038_make_first_published_at_editable', now());
INSERT INTO public.django_migrations VALUES (101, 'wagtailcore', '0039_collectionviewrestriction', now());
INSERT INTO public.django_migrations VALUES (102, 'wagtailcore', '0040_page_draft_title', now());
INSERT INTO public.django_migrations VALUES (103, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', now());
INSERT INTO public.django_migrations VALUES (104, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', now());
INSERT INTO public.django_migrations VALUES (105, 'wagtailcore', '0043_lock_fields', now());
INSERT INTO public.django_migrations VALUES (106, 'wagtailcore', '0044_add_unlock_grouppagepermission', now());
INSERT INTO public.django_migrations VALUES (107, 'wagtailcore', '0045_assign_unlock_grouppagepermission', now());
INSERT INTO public.django_migrations VALUES (108, 'wagtailcore', '0046_site_name_remove_null', now());
INSERT INTO public.django_migrations VALUES (109, 'wagtailcore', '0047_add_workflow_models', now());
INSERT INTO public.django_migrations VALUES (110, 'wagtailcore', '0048_add_default_workflows', now());
INSERT INTO public.django_migrations VALUES (111, 'wagtailcore', '0049_taskstate_finished_by', now());
INSERT INTO public.django_migrations VALUES (112, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', now());
INSERT INTO public.django_migrations VALUES (113, 'wagtailcore', '0051_taskstate_comment', now());
INSERT INTO public.django_migrations VALUES (114, 'wagtailcore', '0052_pagelogentry', now());
INSERT INTO public.django_migrations VALUES (115, 'wagtailcore', '0053_locale_model', now());
INSERT INTO public.django_migrations VALUES (116, 'wagtailcore', '0054_initial_locale', now());
INSERT INTO public.django_migrations VALUES (117, 'wagtailcore', '0055_page_locale_fields', now());
INSERT INTO public.django_migrations VALUES (118, 'wagtailcore', '0056_page_locale_fields_populate', now());
INSERT INTO public.django_migrations VALUES (119, 'wagtailcore', '0057_page_locale_fields_notnull', now());
INSERT INTO public.django_migrations VALUES (120, 'wagtailcore', '0058_page_alias_of', now());
INSERT INTO public.django_migrations VALUES (121, 'wagtailcore', '0059_apply_collection_ordering', now());
INSERT INTO public.django_migrations VALUES (122, 'wagtailcore', '0060_fix_workflow_unique_constraint', now());
INSERT INTO public.django_migrations VALUES (123, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', now());
INSERT INTO public.django_migrations VALUES (124, 'wagtailcore', '0062_comment_models_and_pagesubscription', now());
INSERT INTO public.django_migrations VALUES (125, 'wagtailcore', '0063_modellogentry', now());
INSERT INTO public.django_migrations VALUES (126, 'wagtailcore', '0064_log_timestamp_indexes', now());
INSERT INTO public.django_migrations VALUES (127, 'wagtailcore', '0065_log_entry_uuid', now());
INSERT INTO public.django_migrations VALUES (128, 'wagtailcore', '0066_collection_management_permissions', now());
INSERT INTO public.django_migrations VALUES (129, 'wagtailcore', '0067_alter_pagerevision_content_json', now());
INSERT INTO public.django_migrations VALUES (130, 'wagtailcore', '0068_log_entry_empty_object', now());
INSERT INTO public.django_migrations VALUES (131, 'wagtailcore', '0069_log_entry_jsonfield', now());
INSERT INTO public.django_migrations VALUES (132, 'wagtailcore', '0070_rename_pagerevision_revision', now());
INSERT INTO public.django_migrations VALUES (133, 'wagtailcore', '0071_populate_revision_content_type', now());
INSERT INTO public.django_migrations VALUES (134, 'wagtailcore', '0072_alter_revision_content_type_notnull', now());
INSERT INTO public.django_migrations VALUES (135, 'wagtailcore', '0073_page_latest_revision', now());
INSERT INTO public.django_migrations VALUES (136, 'wagtailcore', '0074_revision_object_str', now());
INSERT INTO public.django_migrations VALUES (137, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', now());
INSERT INTO public.django_migrations VALUES (138, 'wagtailcore', '0076_modellogentry_revision', now());
INSERT INTO public.django_migrations VALUES (139, 'wagtailcore', '0077_alter_revision_user', now());
INSERT INTO public.django_migrations VALUES (140, 'wagtailcore', '0078_referenceindex', now());
INSERT INTO public.django_migrations VALUES (141, 'wagtailcore', '0079_rename_taskstate_page_revision', now());
INSERT INTO public.django_migrations VALUES (142, 'wagtailcore', '0080_generic_workflowstate', now());
INSERT INTO public.django_migrations VALUES (143, 'wagtailcore', '0081_populate_workflowstate_content_type', now());
INSERT INTO public.django_migrations VALUES (144, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', now());
INSERT INTO public.django_migrations VALUES (145, 'wagtailcore', '0083_workflowcontenttype', now());
INSERT INTO public.django_migrations VALUES (146, 'wagtailcore', '0084_add_default_page_permissions', now());
INSERT INTO public.django_migrations VALUES (147, 'wagtailcore', '0085_add_grouppagepermission_permission', now());
INSERT INTO public.django_migrations VALUES (148, 'wagtailcore', '0086_populate_grouppagepermission_permission', now());
INSERT INTO public.django_migrations VALUES (149, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', now());
INSERT INTO public.django_migrations VALUES (150, 'wagtailcore', '0088_fix_log_entry_json_timestamps', now());
INSERT INTO public.django_migrations VALUES (151, 'wagtailcore', '0089_log_entry_data_json_null_to_object', now());
INSERT INTO public.django_migrations VALUES (152, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', now());
INSERT INTO public.django_migrations VALUES (153, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', now());
INSERT INTO public.django_migrations VALUES (154, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', now());
INSERT INTO public.django_migrations VALUES (155, 'wagtailcore', '0093_uploadedfile', now());
INSERT INTO public.django_migrations VALUES (156, 'wagtailcore', '0094_alter_page_locale', now());
INSERT INTO public.django_migrations VALUES (157, 'wagtailcore', '0095_groupsitepermission', now());
INSERT INTO public.django_migrations VALUES (158, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', now());
INSERT INTO public.django_migrations VALUES (159, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', now());
INSERT INTO public.django_migrations VALUES (160, 'wagtailcore', '0098_apitoken', now());
INSERT INTO public.django_migrations VALUES (161, 'taggit', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (162, 'taggit', '0002_auto_20150616_2121', now());
INSERT INTO public.django_migrations VALUES (163, 'taggit', '0003_taggeditem_add_unique_index', now());
INSERT INTO public.django_migrations VALUES (164, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', now());
INSERT INTO public.django_migrations VALUES (165, 'taggit', '0005_auto_20220424_2025', now());
INSERT INTO public.django_migrations VALUES (166, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', now());
INSERT INTO public.django_migrations VALUES (167, 'broadsheet_publishing', '0001_the_first_tables', now());
INSERT INTO public.django_migrations VALUES (168, 'broadsheet_publishing', '0002_articles_that_ask_for_nothing', now());
INSERT INTO public.django_migrations VALUES (169, 'broadsheet_publishing', '0003_pages_may_show_the_meter', now());
INSERT INTO public.django_migrations VALUES (170, 'mfa', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (171, 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations VALUES (172, 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations VALUES (173, 'procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (174, 'procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (175, 'procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (176, 'procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations VALUES (177, 'procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations VALUES (178, 'procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations VALUES (179, 'procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations VALUES (180, 'procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations VALUES (181, 'procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations VALUES (182, 'procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations VALUES (183, 'procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations VALUES (184, 'procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations VALUES (185, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (186, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations VALUES (187, 'procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations VALUES (188, 'procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations VALUES (189, 'procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations VALUES (190, 'procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (191, 'procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations VALUES (192, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations VALUES (193, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (194, 'procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations VALUES (195, 'procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations VALUES (196, 'procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations VALUES (197, 'procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations VALUES (198, 'procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations VALUES (199, 'procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations VALUES (200, 'procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations VALUES (201, 'procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (202, 'procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations VALUES (203, 'procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations VALUES (204, 'procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (205, 'procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (206, 'procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (207, 'procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (208, 'procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations VALUES (209, 'procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (210, 'procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (211, 'procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations VALUES (212, 'procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (213, 'procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (214, 'wagtailadmin', '0001_create_admin_access_permissions', now());
INSERT INTO public.django_migrations VALUES (215, 'wagtailadmin', '0002_admin', now());
INSERT INTO public.django_migrations VALUES (216, 'wagtailadmin', '0003_admin_managed', now());
INSERT INTO public.django_migrations VALUES (217, 'wagtailadmin', '0004_editingsession', now());
INSERT INTO public.django_migrations VALUES (218, 'wagtailadmin', '0005_editingsession_is_editing', now());
INSERT INTO public.django_migrations VALUES (219, 'wagtailadmin', '0006_formstate', now());
INSERT INTO public.django_migrations VALUES (220, 'wagtaildocs', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (221, 'wagtaildocs', '0002_initial_data', now());
INSERT INTO public.django_migrations VALUES (222, 'wagtaildocs', '0003_add_verbose_names', now());
INSERT INTO public.django_migrations VALUES (223, 'wagtaildocs', '0004_capitalizeverbose', now());
INSERT INTO public.django_migrations VALUES (224, 'wagtaildocs', '0005_document_collection', now());
INSERT INTO public.django_migrations VALUES (225, 'wagtaildocs', '0006_copy_document_permissions_to_collections', now());
INSERT INTO public.django_migrations VALUES (226, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', now());
INSERT INTO public.django_migrations VALUES (227, 'wagtaildocs', '0007_merge', now());
INSERT INTO public.django_migrations VALUES (228, 'wagtaildocs', '0008_document_file_size', now());
INSERT INTO public.django_migrations VALUES (229, 'wagtaildocs', '0009_document_verbose_name_plural', now());
INSERT INTO public.django_migrations VALUES (230, 'wagtaildocs', '0010_document_file_hash', now());
INSERT INTO public.django_migrations VALUES (231, 'wagtaildocs', '0011_add_choose_permissions', now());
INSERT INTO public.django_migrations VALUES (232, 'wagtaildocs', '0012_uploadeddocument', now());
INSERT INTO public.django_migrations VALUES (233, 'wagtaildocs', '0013_delete_uploadeddocument', now());
INSERT INTO public.django_migrations VALUES (234, 'wagtaildocs', '0014_alter_document_file_size', now());
INSERT INTO public.django_migrations VALUES (235, 'wagtailimages', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (236, 'wagtailimages', '0002_initial_data', now());
INSERT INTO public.django_migrations VALUES (237, 'wagtailimages', '0003_fix_focal_point_fields', now());
INSERT INTO public.django_migrations VALUES (238, 'wagtailimages', '0004_make_focal_point_key_not_nullable', now());
INSERT INTO public.django_migrations VALUES (239, 'wagtailimages', '0005_make_filter_spec_unique', now());
INSERT INTO public.django_migrations VALUES (240, 'wagtailimages', '0006_add_verbose_names', now());
INSERT INTO public.django_migrations VALUES (241, 'wagtailimages', '0007_image_file_size', now());
INSERT INTO public.django_migrations VALUES (242, 'wagtailimages', '0008_image_created_at_index', now());
INSERT INTO public.django_migrations VALUES (243, 'wagtailimages', '0009_capitalizeverbose', now());
INSERT INTO public.django_migrations VALUES (244, 'wagtailimages', '0010_change_on_delete_behaviour', now());
INSERT INTO public.django_migrations VALUES (245, 'wagtailimages', '0011_image_collection', now());
INSERT INTO public.django_migrations VALUES (246, 'wagtailimages', '0012_copy_image_permissions_to_collections', now());
INSERT INTO public.django_migrations VALUES (247, 'wagtailimages', '0013_make_rendition_upload_callable', now());
INSERT INTO public.django_migrations VALUES (248, 'wagtailimages', '0014_add_filter_spec_field', now());
INSERT INTO public.django_migrations VALUES (249, 'wagtailimages', '0015_fill_filter_spec_field', now());
INSERT INTO public.django_migrations VALUES (250, 'wagtailimages', '0016_deprecate_rendition_filter_relation', now());
INSERT INTO public.django_migrations VALUES (251, 'wagtailimages', '0017_reduce_focal_point_key_max_length', now());
INSERT INTO public.django_migrations VALUES (252, 'wagtailimages', '0018_remove_rendition_filter', now());
INSERT INTO public.django_migrations VALUES (253, 'wagtailimages', '0019_delete_filter', now());
INSERT INTO public.django_migrations VALUES (254, 'wagtailimages', '0020_add-verbose-name', now());
INSERT INTO public.django_migrations VALUES (255, 'wagtailimages', '0021_image_file_hash', now());
INSERT INTO public.django_migrations VALUES (256, 'wagtailimages', '0022_uploadedimage', now());
INSERT INTO public.django_migrations VALUES (257, 'wagtailimages', '0023_add_choose_permissions', now());
INSERT INTO public.django_migrations VALUES (258, 'wagtailimages', '0024_index_image_file_hash', now());
INSERT INTO public.django_migrations VALUES (259, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', now());
INSERT INTO public.django_migrations VALUES (260, 'wagtailimages', '0026_delete_uploadedimage', now());
INSERT INTO public.django_migrations VALUES (261, 'wagtailimages', '0027_image_description', now());
INSERT INTO public.django_migrations VALUES (262, 'wagtailredirects', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (263, 'wagtailredirects', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations VALUES (264, 'wagtailredirects', '0003_make_site_field_editable', now());
INSERT INTO public.django_migrations VALUES (265, 'wagtailredirects', '0004_set_unique_on_path_and_site', now());
INSERT INTO public.django_migrations VALUES (266, 'wagtailredirects', '0005_capitalizeverbose', now());
INSERT INTO public.django_migrations VALUES (267, 'wagtailredirects', '0006_redirect_increase_max_length', now());
INSERT INTO public.django_migrations VALUES (268, 'wagtailredirects', '0007_add_autocreate_fields', now());
INSERT INTO public.django_migrations VALUES (269, 'wagtailredirects', '0008_add_verbose_name_plural', now());
INSERT INTO public.django_migrations VALUES (270, 'wagtailsearch', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (271, 'wagtailsearch', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations VALUES (272, 'wagtailsearch', '0003_remove_editors_pick', now());
INSERT INTO public.django_migrations VALUES (273, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', now());
INSERT INTO public.django_migrations VALUES (274, 'wagtailsearch', '0005_create_indexentry', now());
INSERT INTO public.django_migrations VALUES (275, 'wagtailsearch', '0006_customise_indexentry', now());
INSERT INTO public.django_migrations VALUES (276, 'wagtailsearch', '0007_delete_editorspick', now());
INSERT INTO public.django_migrations VALUES (277, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', now());
INSERT INTO public.django_migrations VALUES (278, 'wagtailsearch', '0009_remove_ngram_autocomplete', now());
INSERT INTO public.django_migrations VALUES (279, 'wagtailsearch', '0010_add_text_fields', now());
INSERT INTO public.django_migrations VALUES (280, 'wagtailusers', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (281, 'wagtailusers', '0002_add_verbose_name_on_userprofile', now());
INSERT INTO public.django_migrations VALUES (282, 'wagtailusers', '0003_add_verbose_names', now());
INSERT INTO public.django_migrations VALUES (283, 'wagtailusers', '0004_capitalizeverbose', now());
INSERT INTO public.django_migrations VALUES (284, 'wagtailusers', '0005_make_related_name_wagtail_specific', now());
INSERT INTO public.django_migrations VALUES (285, 'wagtailusers', '0006_userprofile_prefered_language', now());
INSERT INTO public.django_migrations VALUES (286, 'wagtailusers', '0007_userprofile_current_time_zone', now());
INSERT INTO public.django_migrations VALUES (287, 'wagtailusers', '0008_userprofile_avatar', now());
INSERT INTO public.django_migrations VALUES (288, 'wagtailusers', '0009_userprofile_verbose_name_plural', now());
INSERT INTO public.django_migrations VALUES (289, 'wagtailusers', '0010_userprofile_updated_comments_notifications', now());
INSERT INTO public.django_migrations VALUES (290, 'wagtailusers', '0011_userprofile_dismissibles', now());
INSERT INTO public.django_migrations VALUES (291, 'wagtailusers', '0012_userprofile_theme', now());
INSERT INTO public.django_migrations VALUES (292, 'wagtailusers', '0013_userprofile_density', now());
INSERT INTO public.django_migrations VALUES (293, 'wagtailusers', '0014_userprofile_contrast', now());
INSERT INTO public.django_migrations VALUES (294, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', now());
INSERT INTO public.django_migrations VALUES (295, 'wagtailimages', '0001_squashed_0021', now());
INSERT INTO public.django_migrations VALUES (296, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', now());

INSERT INTO public.wagtailcore_collection VALUES (1, '0001', 1, 0, 'Root');

INSERT INTO public.wagtailcore_groupapprovaltask VALUES (1);

INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES (1, 1, 1);

INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (1, 1, 1, 110);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (2, 1, 2, 110);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (3, 1, 1, 111);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (4, 1, 2, 111);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (5, 1, 1, 113);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (6, 1, 2, 113);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (7, 1, 1, 114);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (8, 1, 2, 114);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (9, 1, 1, 115);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (10, 1, 2, 115);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (11, 1, 1, 117);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (12, 1, 2, 117);

INSERT INTO public.wagtailcore_grouppagepermission VALUES (1, 1, 1, 69);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (2, 1, 1, 70);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (3, 1, 1, 75);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (4, 2, 1, 69);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (5, 2, 1, 70);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (6, 1, 1, 74);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (7, 1, 1, 76);

INSERT INTO public.wagtailcore_locale VALUES (1, 'en-gb');

INSERT INTO public.wagtailcore_page VALUES (1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);
INSERT INTO public.wagtailcore_page VALUES (2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);

INSERT INTO public.wagtailcore_site VALUES (1, 'localhost', 80, true, 2, '');

INSERT INTO public.wagtailcore_task VALUES (1, 'Moderators approval', true, 2);

INSERT INTO public.wagtailcore_workflow VALUES (1, 'Moderators approval', true);

INSERT INTO public.wagtailcore_workflowpage VALUES (1, 1);

INSERT INTO public.wagtailcore_workflowtask VALUES (1, 0, 1, 1);

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_id_seq', 2, true);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 18, true);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 445, true);

SELECT pg_catalog.setval('public.broadsheet_accounts_claim_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_desklink_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_export_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_exportpiece_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_merge_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_namechange_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_redeemedvisit_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_signinattempt_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_user_groups_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_user_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_user_user_permissions_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_visitor_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_accounts_visitsite_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_comment_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_discussion_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_follow_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_grant_id_seq', 10, true);

SELECT pg_catalog.setval('public.broadsheet_discussion_ignoredperson_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_intervention_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_quotation_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_revision_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_discussion_vote_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_exchange_importedrecord_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_ask_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_askhour_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_askvariant_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_badgewish_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_bankaccount_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_bankentry_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_bankstatement_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_campaign_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_campaignperiod_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_daydigest_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_daytotal_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_donation_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_donor_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_entrymatch_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_exchangerate_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_fundingaudit_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_importfile_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_inboundevent_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_invitation_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_ledgeraccount_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_ledgerfinding_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_milestone_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_paymentattempt_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_pledge_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_pledgeletter_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_portallink_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_pretendedpayment_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_pretendedpledge_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_providerpause_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_receipt_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_receiptcounter_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_receiptwording_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_reconciliation_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_refundrequest_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_spending_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_statementlayout_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_suggestedamounts_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_funding_transfer_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_notify_queuedletter_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_publishing_articlebyline_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_publishing_articletag_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_publishing_byline_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_publishing_photo_id_seq', 1, false);

SELECT pg_catalog.setval('public.broadsheet_publishing_photorendition_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 123, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 296, true);

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);

SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);

SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);

SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);

SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);

SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_apitoken_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 12, true);

SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);

SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);

SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailsearch_indexentry_id_seq', 1, false);

SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);

ALTER TABLE ONLY public.broadsheet_funding_daytotal
    ADD CONSTRAINT a_day_is_added_up_once UNIQUE (campaign_id, day);

ALTER TABLE ONLY public.broadsheet_funding_statementlayout
    ADD CONSTRAINT a_header_of_an_account_means_one_thing UNIQUE (account, header);

ALTER TABLE ONLY public.broadsheet_funding_pledgeletter
    ADD CONSTRAINT a_letter_about_a_pledge_is_sent_once UNIQUE (pledge_id, kind, about);

ALTER TABLE ONLY public.broadsheet_funding_milestone
    ADD CONSTRAINT a_milestone_stands_alone_at_its_place UNIQUE (campaign_id, at);

ALTER TABLE ONLY public.broadsheet_funding_campaignperiod
    ADD CONSTRAINT a_period_of_a_campaign_begins_once UNIQUE (campaign_id, starts_on);

ALTER TABLE ONLY public.broadsheet_funding_receipt
    ADD CONSTRAINT a_receipt_has_its_own_number UNIQUE (series, year, number);

ALTER TABLE ONLY public.broadsheet_discussion_grant
    ADD CONSTRAINT a_right_is_granted_once_to_a_strength UNIQUE (strength, "right");

ALTER TABLE ONLY public.broadsheet_funding_receiptcounter
    ADD CONSTRAINT a_series_is_counted_once UNIQUE (series, year);

ALTER TABLE ONLY public.broadsheet_funding_askvariant
    ADD CONSTRAINT a_wording_has_its_letter UNIQUE (ask_id, letter);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_suggestedamounts
    ADD CONSTRAINT amounts_are_suggested_once UNIQUE (currency, "interval");

ALTER TABLE ONLY public.broadsheet_funding_ledgeraccount
    ADD CONSTRAINT an_account_has_one_currency UNIQUE (id, currency);

ALTER TABLE ONLY public.broadsheet_funding_ledgeraccount
    ADD CONSTRAINT an_account_of_a_currency_is_one UNIQUE (code, currency);

ALTER TABLE ONLY public.broadsheet_funding_inboundevent
    ADD CONSTRAINT an_event_of_a_provider_is_kept_once UNIQUE (provider, event_id);

ALTER TABLE ONLY public.broadsheet_funding_askhour
    ADD CONSTRAINT an_hour_of_a_wording_is_counted_once UNIQUE (variant_id, place, hour);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_claim
    ADD CONSTRAINT broadsheet_accounts_claim_link_digest_key UNIQUE (link_digest);

ALTER TABLE ONLY public.broadsheet_accounts_claim
    ADD CONSTRAINT broadsheet_accounts_claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_desklink
    ADD CONSTRAINT broadsheet_accounts_desklink_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.broadsheet_accounts_desklink
    ADD CONSTRAINT broadsheet_accounts_desklink_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_export
    ADD CONSTRAINT broadsheet_accounts_export_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_exportpiece
    ADD CONSTRAINT broadsheet_accounts_exportpiece_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_merge
    ADD CONSTRAINT broadsheet_accounts_merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_namechange
    ADD CONSTRAINT broadsheet_accounts_namechange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_redeemedvisit
    ADD CONSTRAINT broadsheet_accounts_redeemedvisit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_session
    ADD CONSTRAINT broadsheet_accounts_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.broadsheet_accounts_signinattempt
    ADD CONSTRAINT broadsheet_accounts_signinattempt_link_digest_key UNIQUE (link_digest);

ALTER TABLE ONLY public.broadsheet_accounts_signinattempt
    ADD CONSTRAINT broadsheet_accounts_signinattempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_user
    ADD CONSTRAINT broadsheet_accounts_user_email_key UNIQUE (email);

ALTER TABLE ONLY public.broadsheet_accounts_user_groups
    ADD CONSTRAINT broadsheet_accounts_user_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_user_groups
    ADD CONSTRAINT broadsheet_accounts_user_groups_user_id_group_id_aac2af41_uniq UNIQUE (user_id, group_id);

ALTER TABLE ONLY public.broadsheet_accounts_user
    ADD CONSTRAINT broadsheet_accounts_user_handle_key UNIQUE (handle);

ALTER TABLE ONLY public.broadsheet_accounts_user
    ADD CONSTRAINT broadsheet_accounts_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_user_user_permissions
    ADD CONSTRAINT broadsheet_accounts_user_user_id_permission_id_8b759961_uniq UNIQUE (user_id, permission_id);

ALTER TABLE ONLY public.broadsheet_accounts_user_user_permissions
    ADD CONSTRAINT broadsheet_accounts_user_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_visitor
    ADD CONSTRAINT broadsheet_accounts_visitor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_visitsite
    ADD CONSTRAINT broadsheet_accounts_visitsite_key_key UNIQUE (key);

ALTER TABLE ONLY public.broadsheet_accounts_visitsite
    ADD CONSTRAINT broadsheet_accounts_visitsite_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_comment
    ADD CONSTRAINT broadsheet_discussion_comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_comment
    ADD CONSTRAINT broadsheet_discussion_comment_submission_key_key UNIQUE (submission_key);

ALTER TABLE ONLY public.broadsheet_discussion_discussion
    ADD CONSTRAINT broadsheet_discussion_discussion_key_key UNIQUE (key);

ALTER TABLE ONLY public.broadsheet_discussion_discussion
    ADD CONSTRAINT broadsheet_discussion_discussion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_follow
    ADD CONSTRAINT broadsheet_discussion_follow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_grant
    ADD CONSTRAINT broadsheet_discussion_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_ignoredperson
    ADD CONSTRAINT broadsheet_discussion_ignoredperson_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_intervention
    ADD CONSTRAINT broadsheet_discussion_intervention_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_quotation
    ADD CONSTRAINT broadsheet_discussion_quotation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_revision
    ADD CONSTRAINT broadsheet_discussion_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_vote
    ADD CONSTRAINT broadsheet_discussion_vote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_exchange_importedrecord
    ADD CONSTRAINT broadsheet_exchange_importedrecord_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_ask
    ADD CONSTRAINT broadsheet_funding_ask_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_askhour
    ADD CONSTRAINT broadsheet_funding_askhour_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_askvariant
    ADD CONSTRAINT broadsheet_funding_askvariant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_badgewish
    ADD CONSTRAINT broadsheet_funding_badgewish_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.broadsheet_funding_badgewish
    ADD CONSTRAINT broadsheet_funding_badgewish_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_bankaccount
    ADD CONSTRAINT broadsheet_funding_bankaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_bankentry
    ADD CONSTRAINT broadsheet_funding_bankentry_fingerprint_key UNIQUE (fingerprint);

ALTER TABLE ONLY public.broadsheet_funding_bankentry
    ADD CONSTRAINT broadsheet_funding_bankentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_bankstatement
    ADD CONSTRAINT broadsheet_funding_bankstatement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_campaign
    ADD CONSTRAINT broadsheet_funding_campaign_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_campaign
    ADD CONSTRAINT broadsheet_funding_campaign_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.broadsheet_funding_campaignperiod
    ADD CONSTRAINT broadsheet_funding_campaignperiod_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_daydigest
    ADD CONSTRAINT broadsheet_funding_daydigest_day_key UNIQUE (day);

ALTER TABLE ONLY public.broadsheet_funding_daydigest
    ADD CONSTRAINT broadsheet_funding_daydigest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_daytotal
    ADD CONSTRAINT broadsheet_funding_daytotal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_donation_key_key UNIQUE (key);

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_donation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_donation_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_donation_submission_key_key UNIQUE (submission_key);

ALTER TABLE ONLY public.broadsheet_funding_donor
    ADD CONSTRAINT broadsheet_funding_donor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_entrymatch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_entrymatch_transfer_id_key UNIQUE (transfer_id);

ALTER TABLE ONLY public.broadsheet_funding_exchangerate
    ADD CONSTRAINT broadsheet_funding_exchangerate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_fundingaudit
    ADD CONSTRAINT broadsheet_funding_fundingaudit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_importfile
    ADD CONSTRAINT broadsheet_funding_importfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_inboundevent
    ADD CONSTRAINT broadsheet_funding_inboundevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_invitation
    ADD CONSTRAINT broadsheet_funding_invitation_key_key UNIQUE (key);

ALTER TABLE ONLY public.broadsheet_funding_invitation
    ADD CONSTRAINT broadsheet_funding_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_ledgeraccount
    ADD CONSTRAINT broadsheet_funding_ledgeraccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_ledgerfinding
    ADD CONSTRAINT broadsheet_funding_ledgerfinding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_ledgerfinding
    ADD CONSTRAINT broadsheet_funding_ledgerfinding_subject_key UNIQUE (subject);

ALTER TABLE ONLY public.broadsheet_funding_milestone
    ADD CONSTRAINT broadsheet_funding_milestone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_paymentattempt
    ADD CONSTRAINT broadsheet_funding_paymentattempt_key_key UNIQUE (key);

ALTER TABLE ONLY public.broadsheet_funding_paymentattempt
    ADD CONSTRAINT broadsheet_funding_paymentattempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_pledge
    ADD CONSTRAINT broadsheet_funding_pledge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_pledge
    ADD CONSTRAINT broadsheet_funding_pledge_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.broadsheet_funding_pledgeletter
    ADD CONSTRAINT broadsheet_funding_pledgeletter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_portallink
    ADD CONSTRAINT broadsheet_funding_portallink_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.broadsheet_funding_portallink
    ADD CONSTRAINT broadsheet_funding_portallink_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_pretendedpayment
    ADD CONSTRAINT broadsheet_funding_pretendedpayment_name_key UNIQUE (name);

ALTER TABLE ONLY public.broadsheet_funding_pretendedpayment
    ADD CONSTRAINT broadsheet_funding_pretendedpayment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_pretendedpledge
    ADD CONSTRAINT broadsheet_funding_pretendedpledge_donation_key UNIQUE (donation);

ALTER TABLE ONLY public.broadsheet_funding_pretendedpledge
    ADD CONSTRAINT broadsheet_funding_pretendedpledge_name_key UNIQUE (name);

ALTER TABLE ONLY public.broadsheet_funding_pretendedpledge
    ADD CONSTRAINT broadsheet_funding_pretendedpledge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_providerpause
    ADD CONSTRAINT broadsheet_funding_providerpause_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_receipt
    ADD CONSTRAINT broadsheet_funding_receipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_receipt
    ADD CONSTRAINT broadsheet_funding_receipt_replaces_id_key UNIQUE (replaces_id);

ALTER TABLE ONLY public.broadsheet_funding_receiptcounter
    ADD CONSTRAINT broadsheet_funding_receiptcounter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_receiptwording
    ADD CONSTRAINT broadsheet_funding_receiptwording_only_key UNIQUE ("only");

ALTER TABLE ONLY public.broadsheet_funding_receiptwording
    ADD CONSTRAINT broadsheet_funding_receiptwording_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_reconciliation
    ADD CONSTRAINT broadsheet_funding_reconciliation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_reconciliation
    ADD CONSTRAINT broadsheet_funding_reconciliation_provider_key UNIQUE (provider);

ALTER TABLE ONLY public.broadsheet_funding_refundrequest
    ADD CONSTRAINT broadsheet_funding_refundrequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_spending
    ADD CONSTRAINT broadsheet_funding_spending_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_spentproof
    ADD CONSTRAINT broadsheet_funding_spentproof_pkey PRIMARY KEY (nonce);

ALTER TABLE ONLY public.broadsheet_funding_statementlayout
    ADD CONSTRAINT broadsheet_funding_statementlayout_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_suggestedamounts
    ADD CONSTRAINT broadsheet_funding_suggestedamounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_transfer_key_key UNIQUE (key);

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_transfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_transfer_reverses_id_key UNIQUE (reverses_id);

ALTER TABLE ONLY public.broadsheet_limits
    ADD CONSTRAINT broadsheet_limits_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.broadsheet_notify_queuedletter
    ADD CONSTRAINT broadsheet_notify_queuedletter_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.broadsheet_notify_queuedletter
    ADD CONSTRAINT broadsheet_notify_queuedletter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_publishing_article
    ADD CONSTRAINT broadsheet_publishing_article_pkey PRIMARY KEY (page_ptr_id);

ALTER TABLE ONLY public.broadsheet_publishing_articlebyline
    ADD CONSTRAINT broadsheet_publishing_articlebyline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_publishing_articletag
    ADD CONSTRAINT broadsheet_publishing_articletag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_publishing_byline
    ADD CONSTRAINT broadsheet_publishing_byline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_publishing_byline
    ADD CONSTRAINT broadsheet_publishing_byline_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.broadsheet_publishing_frontpage
    ADD CONSTRAINT broadsheet_publishing_frontpage_pkey PRIMARY KEY (page_ptr_id);

ALTER TABLE ONLY public.broadsheet_publishing_photorendition
    ADD CONSTRAINT broadsheet_publishing_ph_image_id_filter_spec_foc_f2294f73_uniq UNIQUE (image_id, filter_spec, focal_point_key);

ALTER TABLE ONLY public.broadsheet_publishing_photo
    ADD CONSTRAINT broadsheet_publishing_photo_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_publishing_photorendition
    ADD CONSTRAINT broadsheet_publishing_photorendition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_publishing_section
    ADD CONSTRAINT broadsheet_publishing_section_pkey PRIMARY KEY (page_ptr_id);

ALTER TABLE ONLY public.broadsheet_publishing_standingpage
    ADD CONSTRAINT broadsheet_publishing_standingpage_pkey PRIMARY KEY (page_ptr_id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_accounts_exportpiece
    ADD CONSTRAINT export_in_order UNIQUE (export_id, number);

ALTER TABLE ONLY public.broadsheet_discussion_ignoredperson
    ADD CONSTRAINT ignored_once UNIQUE (reader_id, person_id);

ALTER TABLE ONLY public.broadsheet_exchange_importedrecord
    ADD CONSTRAINT imported_once UNIQUE (kind, key);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadsheet_discussion_follow
    ADD CONSTRAINT one_follow_per_person_and_thread UNIQUE NULLS NOT DISTINCT (reader_id, discussion_id, thread_id);

ALTER TABLE ONLY public.broadsheet_discussion_quotation
    ADD CONSTRAINT one_row_per_quoted_comment UNIQUE (comment_id, quoted_id);

ALTER TABLE ONLY public.broadsheet_discussion_vote
    ADD CONSTRAINT one_vote_per_person_and_comment UNIQUE (voter_id, comment_id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);

ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);

ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);

ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);

ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);

ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);

ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);

ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);

ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);

ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);

ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);

ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);

ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);

CREATE UNIQUE INDEX a_gift_has_one_first_receipt ON public.broadsheet_funding_receipt USING btree (donation_id) WHERE ((kind)::text = 'GIFT'::text);

CREATE UNIQUE INDEX a_gift_is_pretended_to_be_paid_once ON public.broadsheet_funding_pretendedpayment USING btree (donation) WHERE (NOT ((donation)::text = ''::text));

CREATE UNIQUE INDEX a_person_is_merged_into_one ON public.broadsheet_accounts_merge USING btree (source_id) WHERE (refused_at IS NULL);

CREATE UNIQUE INDEX a_provider_knows_a_gift_once ON public.broadsheet_funding_donation USING btree (provider, provider_object) WHERE (NOT ((provider_object)::text = ''::text));

CREATE UNIQUE INDEX a_provider_knows_a_pledge_once ON public.broadsheet_funding_pledge USING btree (provider, provider_object) WHERE (NOT ((provider_object)::text = ''::text));

CREATE UNIQUE INDEX a_refund_is_sent_by_one_entry ON public.broadsheet_funding_entrymatch USING btree (request_id) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX a_visit_is_redeemed_once ON public.broadsheet_accounts_redeemedvisit USING btree (site_id, digest);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX acts_by_time ON public.broadsheet_funding_fundingaudit USING btree (at);

CREATE INDEX acts_upon_something ON public.broadsheet_funding_fundingaudit USING btree (subject_kind, subject_id, at);

CREATE UNIQUE INDEX an_address_is_one_donor ON public.broadsheet_funding_donor USING btree (lower((email)::text)) WHERE (NOT ((email)::text = ''::text));

CREATE INDEX attempts_by_origin ON public.broadsheet_funding_paymentattempt USING btree (origin, at);

CREATE INDEX attempts_by_time ON public.broadsheet_funding_paymentattempt USING btree (provider, at);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);

CREATE INDEX broadsheet_accounts_claim_guest_id_21514655 ON public.broadsheet_accounts_claim USING btree (guest_id);

CREATE INDEX broadsheet_accounts_claim_link_digest_b759f4e3_like ON public.broadsheet_accounts_claim USING btree (link_digest varchar_pattern_ops);

CREATE INDEX broadsheet_accounts_desklink_digest_ca3830cf_like ON public.broadsheet_accounts_desklink USING btree (digest varchar_pattern_ops);

CREATE INDEX broadsheet_accounts_desklink_user_id_a7b1c4de ON public.broadsheet_accounts_desklink USING btree (user_id);

CREATE INDEX broadsheet_accounts_export_person_id_019b3772 ON public.broadsheet_accounts_export USING btree (person_id);

CREATE INDEX broadsheet_accounts_merge_by_id_b6abf8f4 ON public.broadsheet_accounts_merge USING btree (by_id);

CREATE INDEX broadsheet_accounts_merge_source_id_95563dc8 ON public.broadsheet_accounts_merge USING btree (source_id);

CREATE INDEX broadsheet_accounts_merge_target_id_248695c5 ON public.broadsheet_accounts_merge USING btree (target_id);

CREATE INDEX broadsheet_accounts_namechange_changed_by_id_21a0b520 ON public.broadsheet_accounts_namechange USING btree (changed_by_id);

CREATE INDEX broadsheet_accounts_namechange_person_id_53bd2597 ON public.broadsheet_accounts_namechange USING btree (person_id);

CREATE INDEX broadsheet_accounts_redeemedvisit_expires_at_7dbb6901 ON public.broadsheet_accounts_redeemedvisit USING btree (expires_at);

CREATE INDEX broadsheet_accounts_redeemedvisit_site_id_5d0c3a83 ON public.broadsheet_accounts_redeemedvisit USING btree (site_id);

CREATE INDEX broadsheet_accounts_session_expire_date_7d039914 ON public.broadsheet_accounts_session USING btree (expire_date);

CREATE INDEX broadsheet_accounts_session_person_id_b3661fae ON public.broadsheet_accounts_session USING btree (person_id);

CREATE INDEX broadsheet_accounts_session_session_key_15b65210_like ON public.broadsheet_accounts_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX broadsheet_accounts_signinattempt_expires_at_4e9bf7aa ON public.broadsheet_accounts_signinattempt USING btree (expires_at);

CREATE INDEX broadsheet_accounts_signinattempt_link_digest_af28a5de_like ON public.broadsheet_accounts_signinattempt USING btree (link_digest varchar_pattern_ops);

CREATE INDEX broadsheet_accounts_user_email_ab3ef961_like ON public.broadsheet_accounts_user USING btree (email varchar_pattern_ops);

CREATE INDEX broadsheet_accounts_user_groups_group_id_619de7b3 ON public.broadsheet_accounts_user_groups USING btree (group_id);

CREATE INDEX broadsheet_accounts_user_groups_user_id_bebcbf1b ON public.broadsheet_accounts_user_groups USING btree (user_id);

CREATE INDEX broadsheet_accounts_user_handle_971cd7be_like ON public.broadsheet_accounts_user USING btree (handle varchar_pattern_ops);

CREATE INDEX broadsheet_accounts_user_u_permission_id_6ef55ce8 ON public.broadsheet_accounts_user_user_permissions USING btree (permission_id);

CREATE INDEX broadsheet_accounts_user_user_permissions_user_id_358f190a ON public.broadsheet_accounts_user_user_permissions USING btree (user_id);

CREATE INDEX broadsheet_accounts_visitor_person_id_81396847 ON public.broadsheet_accounts_visitor USING btree (person_id);

CREATE INDEX broadsheet_accounts_visitor_site_id_f0814e1f ON public.broadsheet_accounts_visitor USING btree (site_id);

CREATE INDEX broadsheet_accounts_visitsite_key_4222ff4e_like ON public.broadsheet_accounts_visitsite USING btree (key varchar_pattern_ops);

CREATE INDEX broadsheet_discussion_comment_discussion_id_d759d7d8 ON public.broadsheet_discussion_comment USING btree (discussion_id);

CREATE INDEX broadsheet_discussion_comment_parent_id_34374048 ON public.broadsheet_discussion_comment USING btree (parent_id);

CREATE INDEX broadsheet_discussion_comment_submission_key_020e11b6_like ON public.broadsheet_discussion_comment USING btree (submission_key varchar_pattern_ops);

CREATE INDEX broadsheet_discussion_comment_thread_id_2485d9c9 ON public.broadsheet_discussion_comment USING btree (thread_id);

CREATE INDEX broadsheet_discussion_discussion_key_a314592e_like ON public.broadsheet_discussion_discussion USING btree (key varchar_pattern_ops);

CREATE INDEX broadsheet_discussion_follow_discussion_id_799fb6f3 ON public.broadsheet_discussion_follow USING btree (discussion_id);

CREATE INDEX broadsheet_discussion_follow_thread_id_5d255f97 ON public.broadsheet_discussion_follow USING btree (thread_id);

CREATE INDEX broadsheet_discussion_ignoredperson_person_id_1d3401c9 ON public.broadsheet_discussion_ignoredperson USING btree (person_id);

CREATE INDEX broadsheet_discussion_intervention_actor_id_0547b8bf ON public.broadsheet_discussion_intervention USING btree (actor_id);

CREATE INDEX broadsheet_discussion_intervention_comment_id_22794a2e ON public.broadsheet_discussion_intervention USING btree (comment_id);

CREATE INDEX broadsheet_discussion_intervention_discussion_id_63f2b4aa ON public.broadsheet_discussion_intervention USING btree (discussion_id);

CREATE INDEX broadsheet_discussion_quotation_comment_id_3604d14d ON public.broadsheet_discussion_quotation USING btree (comment_id);

CREATE INDEX broadsheet_discussion_quotation_quoted_id_dea7d3b8 ON public.broadsheet_discussion_quotation USING btree (quoted_id);

CREATE INDEX broadsheet_discussion_revision_comment_id_835ddaf7 ON public.broadsheet_discussion_revision USING btree (comment_id);

CREATE INDEX broadsheet_discussion_vote_comment_id_55a3e602 ON public.broadsheet_discussion_vote USING btree (comment_id);

CREATE INDEX broadsheet_funding_ask_campaign_id_c0f731b2 ON public.broadsheet_funding_ask USING btree (campaign_id);

CREATE INDEX broadsheet_funding_askhour_variant_id_fe624c69 ON public.broadsheet_funding_askhour USING btree (variant_id);

CREATE INDEX broadsheet_funding_askvariant_ask_id_72a69fdd ON public.broadsheet_funding_askvariant USING btree (ask_id);

CREATE INDEX broadsheet_funding_bankaccount_entered_by_id_94018b0c ON public.broadsheet_funding_bankaccount USING btree (entered_by_id);

CREATE INDEX broadsheet_funding_bankentry_fingerprint_2f538812_like ON public.broadsheet_funding_bankentry USING btree (fingerprint varchar_pattern_ops);

CREATE INDEX broadsheet_funding_bankentry_settled_by_id_718fef61 ON public.broadsheet_funding_bankentry USING btree (settled_by_id);

CREATE INDEX broadsheet_funding_bankentry_statement_id_da01876d ON public.broadsheet_funding_bankentry USING btree (statement_id);

CREATE INDEX broadsheet_funding_bankstatement_imported_by_id_7f260d90 ON public.broadsheet_funding_bankstatement USING btree (imported_by_id);

CREATE INDEX broadsheet_funding_campaign_slug_e26d8ee5_like ON public.broadsheet_funding_campaign USING btree (slug varchar_pattern_ops);

CREATE INDEX broadsheet_funding_campaignperiod_campaign_id_75753caf ON public.broadsheet_funding_campaignperiod USING btree (campaign_id);

CREATE INDEX broadsheet_funding_daytotal_campaign_id_c21ed5fd ON public.broadsheet_funding_daytotal USING btree (campaign_id);

CREATE INDEX broadsheet_funding_donation_campaign_id_2866a479 ON public.broadsheet_funding_donation USING btree (campaign_id);

CREATE INDEX broadsheet_funding_donation_donor_id_a6bdf887 ON public.broadsheet_funding_donation USING btree (donor_id);

CREATE INDEX broadsheet_funding_donation_key_c9f25b47_like ON public.broadsheet_funding_donation USING btree (key varchar_pattern_ops);

CREATE INDEX broadsheet_funding_donation_pledge_id_61eb7a8d ON public.broadsheet_funding_donation USING btree (pledge_id);

CREATE INDEX broadsheet_funding_donation_reference_7068790f_like ON public.broadsheet_funding_donation USING btree (reference varchar_pattern_ops);

CREATE INDEX broadsheet_funding_donation_submission_key_ad390407_like ON public.broadsheet_funding_donation USING btree (submission_key varchar_pattern_ops);

CREATE INDEX broadsheet_funding_donor_person_id_385e39cb ON public.broadsheet_funding_donor USING btree (person_id);

CREATE INDEX broadsheet_funding_entrymatch_actor_id_b26058bc ON public.broadsheet_funding_entrymatch USING btree (actor_id);

CREATE INDEX broadsheet_funding_entrymatch_donation_id_588b58e8 ON public.broadsheet_funding_entrymatch USING btree (donation_id);

CREATE INDEX broadsheet_funding_entrymatch_entry_id_33acaddc ON public.broadsheet_funding_entrymatch USING btree (entry_id);

CREATE INDEX broadsheet_funding_entrymatch_known_id_ea1034f7 ON public.broadsheet_funding_entrymatch USING btree (known_id);

CREATE INDEX broadsheet_funding_entrymatch_request_id_008402fc ON public.broadsheet_funding_entrymatch USING btree (request_id);

CREATE INDEX broadsheet_funding_exchangerate_set_by_id_0f5ac304 ON public.broadsheet_funding_exchangerate USING btree (set_by_id);

CREATE INDEX broadsheet_funding_fundingaudit_actor_id_afc49383 ON public.broadsheet_funding_fundingaudit USING btree (actor_id);

CREATE INDEX broadsheet_funding_importfile_campaign_id_75aa817a ON public.broadsheet_funding_importfile USING btree (campaign_id);

CREATE INDEX broadsheet_funding_importfile_uploaded_by_id_98d107c1 ON public.broadsheet_funding_importfile USING btree (uploaded_by_id);

CREATE INDEX broadsheet_funding_invitation_donor_id_df2058b8 ON public.broadsheet_funding_invitation USING btree (donor_id);

CREATE INDEX broadsheet_funding_invitation_key_566471f1_like ON public.broadsheet_funding_invitation USING btree (key varchar_pattern_ops);

CREATE INDEX broadsheet_funding_ledgerfinding_subject_8a1e0352_like ON public.broadsheet_funding_ledgerfinding USING btree (subject varchar_pattern_ops);

CREATE INDEX broadsheet_funding_milestone_campaign_id_2a2e35c1 ON public.broadsheet_funding_milestone USING btree (campaign_id);

CREATE INDEX broadsheet_funding_paymentattempt_donation_id_ff2f3a1e ON public.broadsheet_funding_paymentattempt USING btree (donation_id);

CREATE INDEX broadsheet_funding_paymentattempt_key_9c63bbb5_like ON public.broadsheet_funding_paymentattempt USING btree (key varchar_pattern_ops);

CREATE INDEX broadsheet_funding_pledge_campaign_id_31d603a0 ON public.broadsheet_funding_pledge USING btree (campaign_id);

CREATE INDEX broadsheet_funding_pledge_donor_id_7827357f ON public.broadsheet_funding_pledge USING btree (donor_id);

CREATE INDEX broadsheet_funding_pledge_reference_adb50056_like ON public.broadsheet_funding_pledge USING btree (reference varchar_pattern_ops);

CREATE INDEX broadsheet_funding_pledgeletter_pledge_id_5670e4c8 ON public.broadsheet_funding_pledgeletter USING btree (pledge_id);

CREATE INDEX broadsheet_funding_portallink_digest_92e4ff68_like ON public.broadsheet_funding_portallink USING btree (digest varchar_pattern_ops);

CREATE INDEX broadsheet_funding_portallink_donor_id_8b55833c ON public.broadsheet_funding_portallink USING btree (donor_id);

CREATE INDEX broadsheet_funding_portallink_expires_at_214b26ac ON public.broadsheet_funding_portallink USING btree (expires_at);

CREATE INDEX broadsheet_funding_pretendedpayment_name_33e81946_like ON public.broadsheet_funding_pretendedpayment USING btree (name varchar_pattern_ops);

CREATE INDEX broadsheet_funding_pretendedpayment_pledge_id_c375071c ON public.broadsheet_funding_pretendedpayment USING btree (pledge_id);

CREATE INDEX broadsheet_funding_pretendedpledge_donation_5b85048b_like ON public.broadsheet_funding_pretendedpledge USING btree (donation varchar_pattern_ops);

CREATE INDEX broadsheet_funding_pretendedpledge_name_fd9713dd_like ON public.broadsheet_funding_pretendedpledge USING btree (name varchar_pattern_ops);

CREATE INDEX broadsheet_funding_receipt_donation_id_9cd48aac ON public.broadsheet_funding_receipt USING btree (donation_id);

CREATE INDEX broadsheet_funding_receipt_donor_id_ebc9784f ON public.broadsheet_funding_receipt USING btree (donor_id);

CREATE INDEX broadsheet_funding_reconciliation_provider_e0fde02b_like ON public.broadsheet_funding_reconciliation USING btree (provider varchar_pattern_ops);

CREATE INDEX broadsheet_funding_refundrequest_asked_by_id_cd4d12c5 ON public.broadsheet_funding_refundrequest USING btree (asked_by_id);

CREATE INDEX broadsheet_funding_refundrequest_decided_by_id_d93af639 ON public.broadsheet_funding_refundrequest USING btree (decided_by_id);

CREATE INDEX broadsheet_funding_refundrequest_donation_id_fe869446 ON public.broadsheet_funding_refundrequest USING btree (donation_id);

CREATE INDEX broadsheet_funding_spending_recorded_by_id_9d7740ab ON public.broadsheet_funding_spending USING btree (recorded_by_id);

CREATE INDEX broadsheet_funding_spentproof_nonce_4e7be9ae_like ON public.broadsheet_funding_spentproof USING btree (nonce varchar_pattern_ops);

CREATE INDEX broadsheet_funding_transfer_actor_id_a067b648 ON public.broadsheet_funding_transfer USING btree (actor_id);

CREATE INDEX broadsheet_funding_transfer_campaign_id_1f3048e0 ON public.broadsheet_funding_transfer USING btree (campaign_id);

CREATE INDEX broadsheet_funding_transfer_credit_id_60dd6e89 ON public.broadsheet_funding_transfer USING btree (credit_id);

CREATE INDEX broadsheet_funding_transfer_debit_id_ef24a7a8 ON public.broadsheet_funding_transfer USING btree (debit_id);

CREATE INDEX broadsheet_funding_transfer_donation_id_9c7bfc2d ON public.broadsheet_funding_transfer USING btree (donation_id);

CREATE INDEX broadsheet_funding_transfer_event_id_1bf20c0c ON public.broadsheet_funding_transfer USING btree (event_id);

CREATE INDEX broadsheet_funding_transfer_key_70313110_like ON public.broadsheet_funding_transfer USING btree (key varchar_pattern_ops);

CREATE INDEX broadsheet_notify_queuedletter_message_id_0972fdbb_like ON public.broadsheet_notify_queuedletter USING btree (message_id varchar_pattern_ops);

CREATE INDEX broadsheet_publishing_article_lead_photo_id_62fccfb3 ON public.broadsheet_publishing_article USING btree (lead_photo_id);

CREATE INDEX broadsheet_publishing_article_published_at_30f42c7c ON public.broadsheet_publishing_article USING btree (published_at);

CREATE INDEX broadsheet_publishing_articlebyline_article_id_8de04b3b ON public.broadsheet_publishing_articlebyline USING btree (article_id);

CREATE INDEX broadsheet_publishing_articlebyline_byline_id_90246a83 ON public.broadsheet_publishing_articlebyline USING btree (byline_id);

CREATE INDEX broadsheet_publishing_articletag_content_object_id_f5500cec ON public.broadsheet_publishing_articletag USING btree (content_object_id);

CREATE INDEX broadsheet_publishing_articletag_tag_id_b0012642 ON public.broadsheet_publishing_articletag USING btree (tag_id);

CREATE INDEX broadsheet_publishing_byline_slug_2b71b73b_like ON public.broadsheet_publishing_byline USING btree (slug varchar_pattern_ops);

CREATE INDEX broadsheet_publishing_photo_collection_id_50d92926 ON public.broadsheet_publishing_photo USING btree (collection_id);

CREATE INDEX broadsheet_publishing_photo_created_at_be0f54eb ON public.broadsheet_publishing_photo USING btree (created_at);

CREATE INDEX broadsheet_publishing_photo_file_hash_4f48e0e2 ON public.broadsheet_publishing_photo USING btree (file_hash);

CREATE INDEX broadsheet_publishing_photo_file_hash_4f48e0e2_like ON public.broadsheet_publishing_photo USING btree (file_hash varchar_pattern_ops);

CREATE INDEX broadsheet_publishing_photo_uploaded_by_user_id_33b21aa3 ON public.broadsheet_publishing_photo USING btree (uploaded_by_user_id);

CREATE INDEX broadsheet_publishing_photorendition_filter_spec_11f97e85 ON public.broadsheet_publishing_photorendition USING btree (filter_spec);

CREATE INDEX broadsheet_publishing_photorendition_filter_spec_11f97e85_like ON public.broadsheet_publishing_photorendition USING btree (filter_spec varchar_pattern_ops);

CREATE INDEX broadsheet_publishing_photorendition_image_id_7b50dfb8 ON public.broadsheet_publishing_photorendition USING btree (image_id);

CREATE INDEX claim_open_of_guest ON public.broadsheet_accounts_claim USING btree (guest_id) WHERE (spent_at IS NULL);

CREATE INDEX comment_changed_in ON public.broadsheet_discussion_comment USING btree (discussion_id, changed_in);

CREATE INDEX comment_held ON public.broadsheet_discussion_comment USING btree (discussion_id, id) WHERE ((status)::text = 'HELD'::text);

CREATE INDEX comment_of_author ON public.broadsheet_discussion_comment USING btree (author_id, id DESC);

CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);

CREATE INDEX discussion_due_to_close ON public.broadsheet_discussion_discussion USING btree (closes_at) WHERE (closed_at IS NULL);

CREATE INDEX entries_of_an_account ON public.broadsheet_funding_bankentry USING btree (account, booked_on, amount);

CREATE INDEX entries_waiting ON public.broadsheet_funding_bankentry USING btree (booked_on) WHERE ((state)::text = 'WAITING'::text);

CREATE INDEX events_of_a_provider ON public.broadsheet_funding_inboundevent USING btree (provider, received_at);

CREATE INDEX events_to_try ON public.broadsheet_funding_inboundevent USING btree (next_try_at) WHERE (NOT ((state)::text = 'DONE'::text));

CREATE INDEX former_drawing ON public.broadsheet_accounts_namechange USING btree (name_drawing);

CREATE INDEX former_skeleton ON public.broadsheet_accounts_namechange USING btree (name_skeleton);

CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);

CREATE INDEX gifts_by_time ON public.broadsheet_funding_donation USING btree (begun_at);

CREATE INDEX gifts_of_a_campaign_by_day ON public.broadsheet_funding_donation USING btree (campaign_id, counts_on);

CREATE INDEX gifts_of_a_donor ON public.broadsheet_funding_donation USING btree (donor_id, begun_at);

CREATE INDEX gifts_waited_for ON public.broadsheet_funding_donation USING btree (expires_at) WHERE ((state)::text = ANY (ARRAY[('BEGUN'::character varying)::text, ('PROMISED'::character varying)::text]));

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX letters_by_age ON public.broadsheet_notify_queuedletter USING btree (made_at);

CREATE INDEX letters_waiting ON public.broadsheet_notify_queuedletter USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);

CREATE INDEX merge_at ON public.broadsheet_accounts_merge USING btree (at);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE UNIQUE INDEX one_ask_is_shown ON public.broadsheet_funding_ask USING btree (is_on) WHERE is_on;

CREATE UNIQUE INDEX one_campaign_is_the_one_shown ON public.broadsheet_funding_campaign USING btree (is_default) WHERE is_default;

CREATE UNIQUE INDEX one_person_for_a_sites_member ON public.broadsheet_accounts_visitor USING btree (site_id, subject);

CREATE UNIQUE INDEX one_person_for_an_address ON public.broadsheet_accounts_user USING btree (lower((email)::text));

CREATE INDEX pauses_of_a_provider ON public.broadsheet_funding_providerpause USING btree (provider, until);

CREATE INDEX person_claiming_an_address ON public.broadsheet_accounts_user USING btree (lower((claimed_email)::text)) WHERE ((claimed_email)::text > ''::text);

CREATE INDEX pledges_of_a_donor ON public.broadsheet_funding_pledge USING btree (donor_id);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX proofs_by_expiry ON public.broadsheet_funding_spentproof USING btree (expires_at);

CREATE INDEX protected_drawing ON public.broadsheet_accounts_user USING btree (name_drawing) WHERE (((strength)::text = ANY (ARRAY[('CONFIRMED'::character varying)::text, ('ACCOUNT'::character varying)::text])) OR is_staff OR is_newsroom);

CREATE INDEX protected_skeleton ON public.broadsheet_accounts_user USING btree (name_skeleton) WHERE (((strength)::text = ANY (ARRAY[('CONFIRMED'::character varying)::text, ('ACCOUNT'::character varying)::text])) OR is_staff OR is_newsroom);

CREATE INDEX rates_by_time ON public.broadsheet_funding_exchangerate USING btree (currency, "into", since DESC);

CREATE INDEX receipts_of_a_donor ON public.broadsheet_funding_receipt USING btree (donor_id, issued_at);

CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);

CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);

CREATE INDEX refunds_to_see_to ON public.broadsheet_funding_refundrequest USING btree (asked_at) WHERE ((state)::text = ANY (ARRAY[('WAITING'::character varying)::text, ('AGREED'::character varying)::text]));

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);

CREATE INDEX spending_by_month ON public.broadsheet_funding_spending USING btree (month);

CREATE INDEX statements_by_time ON public.broadsheet_funding_bankstatement USING btree (imported_at);

CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);

CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);

CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);

CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);

CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);

CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);

CREATE INDEX thread_by_best ON public.broadsheet_discussion_comment USING btree (discussion_id, best DESC, id DESC) WHERE (is_shown AND (parent_id IS NULL) AND (pinned_at IS NULL));

CREATE INDEX thread_by_posted_at ON public.broadsheet_discussion_comment USING btree (discussion_id, posted_at DESC, id DESC) WHERE (is_shown AND (parent_id IS NULL) AND (pinned_at IS NULL));

CREATE INDEX thread_by_reactions ON public.broadsheet_discussion_comment USING btree (discussion_id, reactions DESC, id DESC) WHERE (is_shown AND (parent_id IS NULL) AND (pinned_at IS NULL));

CREATE INDEX thread_by_reply_count ON public.broadsheet_discussion_comment USING btree (discussion_id, reply_count DESC, id DESC) WHERE (is_shown AND (parent_id IS NULL) AND (pinned_at IS NULL));

CREATE INDEX thread_by_score ON public.broadsheet_discussion_comment USING btree (discussion_id, score DESC, id DESC) WHERE (is_shown AND (parent_id IS NULL) AND (pinned_at IS NULL));

CREATE INDEX thread_in_order ON public.broadsheet_discussion_comment USING btree (thread_id, id) WHERE is_shown;

CREATE INDEX thread_pinned ON public.broadsheet_discussion_comment USING btree (discussion_id, pinned_at) WHERE (pinned_at IS NOT NULL);

CREATE INDEX transfers_by_posting ON public.broadsheet_funding_transfer USING btree (posted_at);

CREATE INDEX transfers_by_time ON public.broadsheet_funding_transfer USING btree (happened_at);

CREATE INDEX transfers_of_a_campaign ON public.broadsheet_funding_transfer USING btree (campaign_id, counts_on);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));

CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY (ARRAY[('in_progress'::character varying)::text, ('needs_changes'::character varying)::text]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX vote_not_yet_counted ON public.broadsheet_discussion_vote USING btree (voter_id) WHERE (NOT is_counted);

CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);

CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);

CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);

CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);

CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);

CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);

CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);

CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);

CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);

CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);

CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);

CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);

CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);

CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);

CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);

CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);

CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);

CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);

CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);

CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);

CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);

CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);

CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);

CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);

CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);

CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);

CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);

CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);

CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);

CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);

CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);

CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);

CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);

CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);

CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);

CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);

CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");

CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);

CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);

CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);

CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);

CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);

CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);

CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);

CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);

CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);

CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);

CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);

CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);

CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);

CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);

CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);

CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);

CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);

CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);

CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");

CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);

CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);

CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);

CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);

CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);

CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);

CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);

CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);

CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);

CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);

CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);

CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);

CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);

CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);

CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);

CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);

CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);

CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);

CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);

CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);

CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);

CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);

CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);

CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);

CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);

CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);

CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);

CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);

CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);

CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);

CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);

CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);

CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);

CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);

CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);

CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);

CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);

CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);

CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);

CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);

CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);

CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);

CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);

CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);

CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);

CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);

CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);

CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);

CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);

CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);

CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);

CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);

CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);

CREATE UNIQUE INDEX what_is_known_is_one_entry ON public.broadsheet_funding_entrymatch USING btree (known_id) WHERE (undone_at IS NULL);

CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);

CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);

CREATE INDEX yearly_statements ON public.broadsheet_funding_receipt USING btree (donor_id, covers_year);

CREATE TRIGGER acts_are_not_changed BEFORE DELETE OR UPDATE ON public.broadsheet_funding_fundingaudit FOR EACH ROW EXECUTE FUNCTION public.refuse_to_change_acts();

CREATE TRIGGER acts_are_not_emptied BEFORE TRUNCATE ON public.broadsheet_funding_fundingaudit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_to_change_acts();

CREATE TRIGGER days_are_sealed BEFORE INSERT ON public.broadsheet_funding_transfer FOR EACH ROW EXECUTE FUNCTION public.refuse_to_post_to_a_sealed_day();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER receipts_are_not_changed BEFORE DELETE OR UPDATE ON public.broadsheet_funding_receipt FOR EACH ROW EXECUTE FUNCTION public.keep_receipts_as_they_are();

CREATE TRIGGER the_ledger_is_not_changed BEFORE DELETE OR UPDATE ON public.broadsheet_funding_daydigest FOR EACH ROW EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_changed BEFORE DELETE OR UPDATE ON public.broadsheet_funding_exchangerate FOR EACH ROW EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_changed BEFORE DELETE OR UPDATE ON public.broadsheet_funding_ledgeraccount FOR EACH ROW EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_changed BEFORE DELETE OR UPDATE ON public.broadsheet_funding_transfer FOR EACH ROW EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_emptied BEFORE TRUNCATE ON public.broadsheet_funding_daydigest FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_emptied BEFORE TRUNCATE ON public.broadsheet_funding_exchangerate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_emptied BEFORE TRUNCATE ON public.broadsheet_funding_ledgeraccount FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_to_change_the_ledger();

CREATE TRIGGER the_ledger_is_not_emptied BEFORE TRUNCATE ON public.broadsheet_funding_transfer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_to_change_the_ledger();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_merge
    ADD CONSTRAINT broadsheet_accounts__by_id_b6abf8f4_fk_broadshee FOREIGN KEY (by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_namechange
    ADD CONSTRAINT broadsheet_accounts__changed_by_id_21a0b520_fk_broadshee FOREIGN KEY (changed_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_exportpiece
    ADD CONSTRAINT broadsheet_accounts__export_id_13824795_fk_broadshee FOREIGN KEY (export_id) REFERENCES public.broadsheet_accounts_export(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_user_groups
    ADD CONSTRAINT broadsheet_accounts__group_id_619de7b3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_claim
    ADD CONSTRAINT broadsheet_accounts__guest_id_21514655_fk_broadshee FOREIGN KEY (guest_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_user_user_permissions
    ADD CONSTRAINT broadsheet_accounts__permission_id_6ef55ce8_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_export
    ADD CONSTRAINT broadsheet_accounts__person_id_019b3772_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_namechange
    ADD CONSTRAINT broadsheet_accounts__person_id_53bd2597_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_visitor
    ADD CONSTRAINT broadsheet_accounts__person_id_81396847_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_session
    ADD CONSTRAINT broadsheet_accounts__person_id_b3661fae_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_redeemedvisit
    ADD CONSTRAINT broadsheet_accounts__site_id_5d0c3a83_fk_broadshee FOREIGN KEY (site_id) REFERENCES public.broadsheet_accounts_visitsite(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_visitor
    ADD CONSTRAINT broadsheet_accounts__site_id_f0814e1f_fk_broadshee FOREIGN KEY (site_id) REFERENCES public.broadsheet_accounts_visitsite(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_merge
    ADD CONSTRAINT broadsheet_accounts__source_id_95563dc8_fk_broadshee FOREIGN KEY (source_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_merge
    ADD CONSTRAINT broadsheet_accounts__target_id_248695c5_fk_broadshee FOREIGN KEY (target_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_user_user_permissions
    ADD CONSTRAINT broadsheet_accounts__user_id_358f190a_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_desklink
    ADD CONSTRAINT broadsheet_accounts__user_id_a7b1c4de_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_accounts_user_groups
    ADD CONSTRAINT broadsheet_accounts__user_id_bebcbf1b_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_intervention
    ADD CONSTRAINT broadsheet_discussio_actor_id_0547b8bf_fk_broadshee FOREIGN KEY (actor_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_comment
    ADD CONSTRAINT broadsheet_discussio_author_id_4f18fae5_fk_broadshee FOREIGN KEY (author_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_intervention
    ADD CONSTRAINT broadsheet_discussio_comment_id_22794a2e_fk_broadshee FOREIGN KEY (comment_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_quotation
    ADD CONSTRAINT broadsheet_discussio_comment_id_3604d14d_fk_broadshee FOREIGN KEY (comment_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_vote
    ADD CONSTRAINT broadsheet_discussio_comment_id_55a3e602_fk_broadshee FOREIGN KEY (comment_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_revision
    ADD CONSTRAINT broadsheet_discussio_comment_id_835ddaf7_fk_broadshee FOREIGN KEY (comment_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_intervention
    ADD CONSTRAINT broadsheet_discussio_discussion_id_63f2b4aa_fk_broadshee FOREIGN KEY (discussion_id) REFERENCES public.broadsheet_discussion_discussion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_follow
    ADD CONSTRAINT broadsheet_discussio_discussion_id_799fb6f3_fk_broadshee FOREIGN KEY (discussion_id) REFERENCES public.broadsheet_discussion_discussion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_comment
    ADD CONSTRAINT broadsheet_discussio_discussion_id_d759d7d8_fk_broadshee FOREIGN KEY (discussion_id) REFERENCES public.broadsheet_discussion_discussion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_comment
    ADD CONSTRAINT broadsheet_discussio_parent_id_34374048_fk_broadshee FOREIGN KEY (parent_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_ignoredperson
    ADD CONSTRAINT broadsheet_discussio_person_id_1d3401c9_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_quotation
    ADD CONSTRAINT broadsheet_discussio_quoted_id_dea7d3b8_fk_broadshee FOREIGN KEY (quoted_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_follow
    ADD CONSTRAINT broadsheet_discussio_reader_id_1dc6740b_fk_broadshee FOREIGN KEY (reader_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_ignoredperson
    ADD CONSTRAINT broadsheet_discussio_reader_id_eee644e5_fk_broadshee FOREIGN KEY (reader_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_comment
    ADD CONSTRAINT broadsheet_discussio_thread_id_2485d9c9_fk_broadshee FOREIGN KEY (thread_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_follow
    ADD CONSTRAINT broadsheet_discussio_thread_id_5d255f97_fk_broadshee FOREIGN KEY (thread_id) REFERENCES public.broadsheet_discussion_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_discussion_vote
    ADD CONSTRAINT broadsheet_discussio_voter_id_6af8797a_fk_broadshee FOREIGN KEY (voter_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_askvariant
    ADD CONSTRAINT broadsheet_funding_a_ask_id_72a69fdd_fk_broadshee FOREIGN KEY (ask_id) REFERENCES public.broadsheet_funding_ask(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_ask
    ADD CONSTRAINT broadsheet_funding_a_campaign_id_c0f731b2_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_askhour
    ADD CONSTRAINT broadsheet_funding_a_variant_id_fe624c69_fk_broadshee FOREIGN KEY (variant_id) REFERENCES public.broadsheet_funding_askvariant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_bankaccount
    ADD CONSTRAINT broadsheet_funding_b_entered_by_id_94018b0c_fk_broadshee FOREIGN KEY (entered_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_bankstatement
    ADD CONSTRAINT broadsheet_funding_b_imported_by_id_7f260d90_fk_broadshee FOREIGN KEY (imported_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_badgewish
    ADD CONSTRAINT broadsheet_funding_b_person_id_a2465fcf_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_bankentry
    ADD CONSTRAINT broadsheet_funding_b_settled_by_id_718fef61_fk_broadshee FOREIGN KEY (settled_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_bankentry
    ADD CONSTRAINT broadsheet_funding_b_statement_id_da01876d_fk_broadshee FOREIGN KEY (statement_id) REFERENCES public.broadsheet_funding_bankstatement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_campaignperiod
    ADD CONSTRAINT broadsheet_funding_c_campaign_id_75753caf_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_d_campaign_id_2866a479_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_daytotal
    ADD CONSTRAINT broadsheet_funding_d_campaign_id_c21ed5fd_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_d_donor_id_a6bdf887_fk_broadshee FOREIGN KEY (donor_id) REFERENCES public.broadsheet_funding_donor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_donor
    ADD CONSTRAINT broadsheet_funding_d_person_id_385e39cb_fk_broadshee FOREIGN KEY (person_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_donation
    ADD CONSTRAINT broadsheet_funding_d_pledge_id_61eb7a8d_fk_broadshee FOREIGN KEY (pledge_id) REFERENCES public.broadsheet_funding_pledge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_e_actor_id_b26058bc_fk_broadshee FOREIGN KEY (actor_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_e_donation_id_588b58e8_fk_broadshee FOREIGN KEY (donation_id) REFERENCES public.broadsheet_funding_donation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_e_entry_id_33acaddc_fk_broadshee FOREIGN KEY (entry_id) REFERENCES public.broadsheet_funding_bankentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_e_known_id_ea1034f7_fk_broadshee FOREIGN KEY (known_id) REFERENCES public.broadsheet_funding_transfer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_e_request_id_008402fc_fk_broadshee FOREIGN KEY (request_id) REFERENCES public.broadsheet_funding_refundrequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_exchangerate
    ADD CONSTRAINT broadsheet_funding_e_set_by_id_0f5ac304_fk_broadshee FOREIGN KEY (set_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_entrymatch
    ADD CONSTRAINT broadsheet_funding_e_transfer_id_6ce6d2b0_fk_broadshee FOREIGN KEY (transfer_id) REFERENCES public.broadsheet_funding_transfer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_fundingaudit
    ADD CONSTRAINT broadsheet_funding_f_actor_id_afc49383_fk_broadshee FOREIGN KEY (actor_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_importfile
    ADD CONSTRAINT broadsheet_funding_i_campaign_id_75aa817a_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_invitation
    ADD CONSTRAINT broadsheet_funding_i_donor_id_df2058b8_fk_broadshee FOREIGN KEY (donor_id) REFERENCES public.broadsheet_funding_donor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_importfile
    ADD CONSTRAINT broadsheet_funding_i_uploaded_by_id_98d107c1_fk_broadshee FOREIGN KEY (uploaded_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_milestone
    ADD CONSTRAINT broadsheet_funding_m_campaign_id_2a2e35c1_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_pledge
    ADD CONSTRAINT broadsheet_funding_p_campaign_id_31d603a0_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_paymentattempt
    ADD CONSTRAINT broadsheet_funding_p_donation_id_ff2f3a1e_fk_broadshee FOREIGN KEY (donation_id) REFERENCES public.broadsheet_funding_donation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_pledge
    ADD CONSTRAINT broadsheet_funding_p_donor_id_7827357f_fk_broadshee FOREIGN KEY (donor_id) REFERENCES public.broadsheet_funding_donor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_portallink
    ADD CONSTRAINT broadsheet_funding_p_donor_id_8b55833c_fk_broadshee FOREIGN KEY (donor_id) REFERENCES public.broadsheet_funding_donor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_pledgeletter
    ADD CONSTRAINT broadsheet_funding_p_pledge_id_5670e4c8_fk_broadshee FOREIGN KEY (pledge_id) REFERENCES public.broadsheet_funding_pledge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_pretendedpayment
    ADD CONSTRAINT broadsheet_funding_p_pledge_id_c375071c_fk_broadshee FOREIGN KEY (pledge_id) REFERENCES public.broadsheet_funding_pretendedpledge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_refundrequest
    ADD CONSTRAINT broadsheet_funding_r_asked_by_id_cd4d12c5_fk_broadshee FOREIGN KEY (asked_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_refundrequest
    ADD CONSTRAINT broadsheet_funding_r_decided_by_id_d93af639_fk_broadshee FOREIGN KEY (decided_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_receipt
    ADD CONSTRAINT broadsheet_funding_r_donation_id_9cd48aac_fk_broadshee FOREIGN KEY (donation_id) REFERENCES public.broadsheet_funding_donation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_refundrequest
    ADD CONSTRAINT broadsheet_funding_r_donation_id_fe869446_fk_broadshee FOREIGN KEY (donation_id) REFERENCES public.broadsheet_funding_donation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_receipt
    ADD CONSTRAINT broadsheet_funding_r_donor_id_ebc9784f_fk_broadshee FOREIGN KEY (donor_id) REFERENCES public.broadsheet_funding_donor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_receipt
    ADD CONSTRAINT broadsheet_funding_r_replaces_id_0f43553f_fk_broadshee FOREIGN KEY (replaces_id) REFERENCES public.broadsheet_funding_receipt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_spending
    ADD CONSTRAINT broadsheet_funding_s_recorded_by_id_9d7740ab_fk_broadshee FOREIGN KEY (recorded_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_actor_id_a067b648_fk_broadshee FOREIGN KEY (actor_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_campaign_id_1f3048e0_fk_broadshee FOREIGN KEY (campaign_id) REFERENCES public.broadsheet_funding_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_credit_id_60dd6e89_fk_broadshee FOREIGN KEY (credit_id) REFERENCES public.broadsheet_funding_ledgeraccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_debit_id_ef24a7a8_fk_broadshee FOREIGN KEY (debit_id) REFERENCES public.broadsheet_funding_ledgeraccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_donation_id_9c7bfc2d_fk_broadshee FOREIGN KEY (donation_id) REFERENCES public.broadsheet_funding_donation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_event_id_1bf20c0c_fk_broadshee FOREIGN KEY (event_id) REFERENCES public.broadsheet_funding_inboundevent(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT broadsheet_funding_t_reverses_id_f0723e8c_fk_broadshee FOREIGN KEY (reverses_id) REFERENCES public.broadsheet_funding_transfer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_articlebyline
    ADD CONSTRAINT broadsheet_publishin_article_id_8de04b3b_fk_broadshee FOREIGN KEY (article_id) REFERENCES public.broadsheet_publishing_article(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_articlebyline
    ADD CONSTRAINT broadsheet_publishin_byline_id_90246a83_fk_broadshee FOREIGN KEY (byline_id) REFERENCES public.broadsheet_publishing_byline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_photo
    ADD CONSTRAINT broadsheet_publishin_collection_id_50d92926_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_articletag
    ADD CONSTRAINT broadsheet_publishin_content_object_id_f5500cec_fk_broadshee FOREIGN KEY (content_object_id) REFERENCES public.broadsheet_publishing_article(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_photorendition
    ADD CONSTRAINT broadsheet_publishin_image_id_7b50dfb8_fk_broadshee FOREIGN KEY (image_id) REFERENCES public.broadsheet_publishing_photo(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_article
    ADD CONSTRAINT broadsheet_publishin_lead_photo_id_62fccfb3_fk_broadshee FOREIGN KEY (lead_photo_id) REFERENCES public.broadsheet_publishing_photo(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_standingpage
    ADD CONSTRAINT broadsheet_publishin_page_ptr_id_ad1253cf_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_article
    ADD CONSTRAINT broadsheet_publishin_page_ptr_id_b7bc53e7_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_section
    ADD CONSTRAINT broadsheet_publishin_page_ptr_id_b7fdd9a6_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_frontpage
    ADD CONSTRAINT broadsheet_publishin_page_ptr_id_f9786d50_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_articletag
    ADD CONSTRAINT broadsheet_publishin_tag_id_b0012642_fk_taggit_ta FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_publishing_photo
    ADD CONSTRAINT broadsheet_publishin_uploaded_by_user_id_33b21aa3_fk_broadshee FOREIGN KEY (uploaded_by_user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_user_id_b910adc2_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_broadshee FOREIGN KEY (resolved_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_user_id_d0b3b9c3_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_broadshee FOREIGN KEY (locked_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_broadshee FOREIGN KEY (owner_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevi_user_id_2409d2f4_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_broadshee FOREIGN KEY (finished_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_broadshee FOREIGN KEY (uploaded_by_user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_broadshee FOREIGN KEY (requested_by_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_broadshee FOREIGN KEY (uploaded_by_user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_broadshee FOREIGN KEY (uploaded_by_user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userpro_user_id_59c92331_fk_broadshee FOREIGN KEY (user_id) REFERENCES public.broadsheet_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT what_is_credited_is_in_its_currency FOREIGN KEY (credit_id, currency) REFERENCES public.broadsheet_funding_ledgeraccount(id, currency);

ALTER TABLE ONLY public.broadsheet_funding_transfer
    ADD CONSTRAINT what_is_debited_is_in_its_currency FOREIGN KEY (debit_id, currency) REFERENCES public.broadsheet_funding_ledgeraccount(id, currency);
