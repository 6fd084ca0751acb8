-- A request with a token of a file in each: at random, or each once and in order.
-- From the environment: TOKENS (a file, one token a line), TARGET (the path), FIELD (of the body), ORDER
-- (random or once), START (the first token, when once), PLAID_CLIENT_ID and PLAID_SECRET.

local file = assert(io.open(os.getenv("TOKENS"), "r"))
local tokens = file:read("*a")
file:close()
local width = assert(tokens:find("\n", 1, true), "an empty file of tokens")
local count = math.floor(#tokens / width)
local once = os.getenv("ORDER") == "once"
local own

function setup(thread)
  own = thread
  math.randomseed(os.time())
end

function init()
  issued = tonumber(os.getenv("START"))
  local before = string.format('{"client_id":"%s","secret":"%s","%s":"',
    os.getenv("PLAID_CLIENT_ID"), os.getenv("PLAID_SECRET"), os.getenv("FIELD"))
  head = string.format("POST %s HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
    os.getenv("TARGET"), wrk.host, wrk.port, #before + width - 1 + 2, before)
end

function request()
  local at = issued
  issued = issued + 1
  if not once then
    at = math.random(0, count - 1)
  end
  local from = (at % count) * width
  return head .. tokens:sub(from + 1, from + width - 1) .. '"}'
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'FIGURES {"requests":%d,"seconds":%f,"p50_us":%d,"p99_us":%d,"bad_answers":%d,"broken":%d,"issued":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, own:get("issued")))
end
