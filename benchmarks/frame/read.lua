-- Tells what came of a load as one line of JSON. The acknowledged are those answered below 400.

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.timeout
  io.write(string.format(
    '{"requests": %d, "acknowledged": %d, "per_second": %f, "p50": %f, "p99": %f}\n',
    summary.requests, summary.requests - failed, (summary.requests - failed) * 1e6 / summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
