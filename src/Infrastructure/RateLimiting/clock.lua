-- The server's clock is the only one: those of the instances do not matter.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lifetime = ARGV[2] + 1000
