"""Who breaks things: each fault once by name, or in the order a seed gives."""

import asyncio
import contextlib
import os
import random
import signal
from dataclasses import dataclass, field

import psutil
import psycopg

from .stage import until
from .watch import Watch

RECOVERS_WITHIN_SECONDS = 60

# The supervisor gives up when a child dies five times within a minute; each of these ends the job worker.
ENDS_THE_JOB_WORKER = ("kill_job_worker", "cut_all_sessions", "kill_session", "kill_postmaster")
DEATHS_A_MINUTE = 4
MINUTE_SECONDS = 61

SESSIONS = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
LISTENERS = f"{SESSIONS} AND application_name = 'broadsheet listener'"


@dataclass
class Blow:
    """One fault: when it struck (monotonic), whether all came back, and how long nobody was served."""

    fault: str
    at: float
    recovered: bool = False
    read_outage: float = 0.0
    write_outage: float = 0.0
    seconds: float = 0.0


@dataclass
class Nemesis:
    """Somebody who breaks one thing after another, and waits each time until it has healed."""

    broadsheet: object
    watch: Watch
    seed: int = 1
    blows: list[Blow] = field(default_factory=list)

    def __post_init__(self):
        self.random = random.Random(f"{self.seed} nemesis")

    async def strike(self, fault):
        """Break it, wait until it has healed, and write down what that took."""
        clock = asyncio.get_running_loop().time
        blow = Blow(fault, clock())
        await asyncio.to_thread(getattr(self, fault))
        blow.recovered = await until(self.broadsheet.is_whole, RECOVERS_WITHIN_SECONDS)
        await self.watch.both_after(clock(), within=RECOVERS_WITHIN_SECONDS)
        blow.seconds = clock() - blow.at
        blow.read_outage = self.watch.reads.longest_gap(blow.at, clock())
        blow.write_outage = self.watch.writes.longest_gap(blow.at, clock())
        self.blows.append(blow)
        return blow

    async def rage(self, faults, *, pause=1.0):
        """Strike with each of `faults`, in an order of the seed's, after pauses of up to `pause` seconds."""
        order = self.random.sample(faults, len(faults))
        for fault in order:
            await asyncio.sleep(self.random.random() * pause)
            if fault in ENDS_THE_JOB_WORKER:
                await self._wait_for_patience()
            await self.strike(fault)

    async def _wait_for_patience(self):
        """Wait until the supervisor will bear another death."""
        deaths = [blow.at for blow in self.blows if blow.fault in ENDS_THE_JOB_WORKER]
        if len(deaths) >= DEATHS_A_MINUTE:
            bears_it_at = deaths[-DEATHS_A_MINUTE] + MINUTE_SECONDS
            await asyncio.sleep(max(0, bears_it_at - asyncio.get_running_loop().time()))

    def kill_worker(self):
        self.random.choice(self.broadsheet.workers()).kill()

    def kill_all_workers(self):
        for worker in self.broadsheet.workers():
            worker.kill()

    def kill_web_master(self):
        self.broadsheet.web_master().kill()

    def kill_job_worker(self):
        self.broadsheet.job_worker().kill()

    def cut_all_sessions(self):
        """End every conversation with the database."""
        self._ask(f"SELECT pg_terminate_backend(pid) {SESSIONS}")

    def cut_listeners(self):
        """End the conversations in which processes hear what happened elsewhere; answer how many."""
        return len(self._ask(f"SELECT pg_terminate_backend(pid) {LISTENERS}"))

    def kill_session(self):
        """SIGKILL one server process: PostgreSQL ends all others and replays its log."""
        pids = [pid for [pid] in self._ask(f"SELECT pid {SESSIONS} ORDER BY pid")]
        if pids:
            os.kill(self.random.choice(pids), signal.SIGKILL)

    def kill_postmaster(self):
        self.broadsheet.postmaster().kill()

    def stop_a_worker_for_a_while(self):
        """SIGSTOP one worker for two seconds: it holds what it holds, and then finds the world changed."""
        worker = self.random.choice(self.broadsheet.workers())
        worker.suspend()
        with contextlib.suppress(psutil.Error):
            try:
                psutil.wait_procs([worker], timeout=2)
            finally:
                worker.resume()

    def _ask(self, statement):
        with contextlib.suppress(psycopg.OperationalError):
            return self.broadsheet.ask_database(statement)
        return []


FAULTS = (
    "kill_worker",
    "kill_job_worker",
    "cut_all_sessions",
    "cut_listeners",
    "kill_session",
    "kill_postmaster",
    "stop_a_worker_for_a_while",
    "kill_all_workers",
    "kill_web_master",
)
