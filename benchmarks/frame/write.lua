-- Sends what a plan says (frame/load.py writes it) and counts the acknowledged.

local method, number, from, to = "GET", 0, 200, 299
local headers, clients, targets = {}, {}, {}
local threads = {}
acknowledged = 0 -- global: the thread's owner asks for it

local function fields(line)
  local found = {}
  for field in (line .. "\t"):gmatch("([^\t]*)\t") do found[#found + 1] = field end
  return found
end

function setup(thread) threads[#threads + 1] = thread end

function init(args)
  for line in io.lines(args[1]) do
    local field = fields(line)
    if field[1] == "method" then method = field[2]
    elseif field[1] == "number_from" then number = tonumber(field[2])
    elseif field[1] == "accepted" then from, to = tonumber(field[2]), tonumber(field[3])
    elseif field[1] == "header" then headers[field[2]] = field[3]
    elseif field[1] == "client" then clients[#clients + 1] = { field[2], field[3] }
    elseif field[1] == "target" then targets[#targets + 1] = field
    end
  end
  if #clients == 0 then clients[1] = { "X-Client", "everybody" } end
end

function request()
  local client = clients[number % #clients + 1]
  local target = targets[number % #targets + 1]
  local round = math.floor(number / (#clients * #targets))
  local body = target[3 + round % (#target - 2)]:gsub("{n}", number)
  headers[client[1]] = client[2]
  number = number + 1
  return wrk.format(method, target[2], headers, body)
end

function response(status)
  if status >= from and status <= to then acknowledged = acknowledged + 1 end
end

function done(summary, latency)
  local counted = 0
  for _, thread in ipairs(threads) do counted = counted + thread:get("acknowledged") end
  io.write(string.format(
    '{"requests": %d, "acknowledged": %d, "per_second": %f, "p50": %f, "p99": %f}\n',
    summary.requests, counted, counted * 1e6 / summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
