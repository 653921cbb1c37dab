"""The clients where there is no wrk: `python -m benchmarks.frame.client ADDRESS PLAN CLIENTS SECONDS`.

One process with one thread, as `wrk -t1`; prints what came of it as wrk's scripts do.
"""

import asyncio
import itertools
import json
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from .connection import Request, read_head


class Plan:
    """What is to be sent (`frame.load` says how the file is made)."""

    def __init__(self, file: Path):
        lines = [line.split("\t") for line in file.read_text().splitlines()]
        single = {line[0]: line[1:] for line in lines}
        self.method = single["method"][0]
        self.number_from = int(single["number_from"][0])
        self.accepted = range(int(single["accepted"][0]), int(single["accepted"][1]) + 1)
        self.headers = {line[1]: line[2] for line in lines if line[0] == "header"}
        self.clients = [{line[1]: line[2]} for line in lines if line[0] == "client"] or [{}]
        self.targets = [line[1:] for line in lines if line[0] == "target"]

    def request(self, number: int) -> Request:
        path, *bodies = self.targets[number % len(self.targets)]
        turn = number // (len(self.clients) * len(self.targets))
        body = bodies[turn % len(bodies)].replace("{n}", str(number)) if bodies else ""
        headers = {**self.headers, **self.clients[number % len(self.clients)]}
        return Request(self.method, path, headers, body)


async def press(address: str, plan: Plan, clients: int, seconds: float) -> dict[str, float]:
    numbers = itertools.count(plan.number_from)
    began = time.perf_counter()
    answered = await asyncio.gather(
        *(_client(address, plan, numbers, began + seconds) for _ in range(clients))
    )
    took = time.perf_counter() - began
    answers = [answer for some in answered for answer in some]
    latencies = sorted(1000 * latency for latency, _status in answers)
    acknowledged = sum(status in plan.accepted for _latency, status in answers)
    return {
        "requests": len(answers),
        "acknowledged": acknowledged,
        "per_second": acknowledged / took,
        "p50": statistics.median(latencies),
        "p99": latencies[int(len(latencies) * 0.99)],
    }


async def _client(address: str, plan: Plan, numbers, until: float) -> list[tuple[float, int]]:
    place = urlsplit(address)
    reader, writer = await asyncio.open_connection(place.hostname, place.port, limit=2**20)
    answers = []
    while (began := time.perf_counter()) < until:
        writer.write(plan.request(next(numbers)).written(place.netloc))
        status = await _answer(reader)
        answers.append((time.perf_counter() - began, status))
    writer.close()
    return answers


async def _answer(reader: asyncio.StreamReader) -> int:
    status, headers, _cookies = read_head((await reader.readuntil(b"\r\n\r\n"))[:-4])
    if headers.get("transfer-encoding") == "chunked":
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        await reader.readexactly(int(headers.get("content-length", 0)))
    return status


if __name__ == "__main__":
    address, plan, clients, seconds = sys.argv[1:]
    came = asyncio.run(press(address, Plan(Path(plan)), int(clients), float(seconds)))
    print(json.dumps(came))
