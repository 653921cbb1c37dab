"""Jobs about jobs."""

from procrastinate import JobContext
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(
    name="web.retry_orphaned_jobs", queueing_lock="web.retry_orphaned_jobs", pass_context=True
)
async def retry_orphaned_jobs(context: JobContext, timestamp: int) -> None:
    """Every minute: begin again what a worker was doing when it was killed.

    A worker is dead when it has given no sign for 30 s (procrastinate's heartbeat). So a job may run
    twice, and every job must bear that.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)
