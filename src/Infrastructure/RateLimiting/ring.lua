-- The exact log of one organization in one string: a header of three 32-bit numbers (tail, count, capacity) and a ring of
-- the times of admitted requests, oldest to newest, in milliseconds modulo 2^32. TimestampRing.cs is the same rule in memory.
local key, limit, window = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local span = 4294967296
local tail, count, capacity = 0, 0, 0
local header = redis.call('GETRANGE', key, 0, 11)
if #header == 12 then
    tail, count, capacity = struct.unpack('<I4I4I4', header)
end

local function offset(index)
    return 12 + ((tail + index) % capacity) * 4
end

local function age(index)
    local at = offset(index)
    local entry = struct.unpack('<I4', redis.call('GETRANGE', key, at, at + 3))
    return (now - entry) % span
end

local function leaves(index)
    return window + 1 - age(index)
end

-- An entry lives while its age is at most the window, not below it: times cut to milliseconds may look one nearer than they are.
local live = count
if count > 0 then
    local newest = age(count - 1)
    if newest >= span / 2 then -- a clock that stepped back stands still
        now = now + span - newest
        newest = 0
    end
    if newest > window then
        live = 0
    elseif age(0) > window then
        local low, high = 1, count - 1
        while low < high do
            local middle = math.floor((low + high) / 2)
            if age(middle) > window then
                low = middle + 1
            else
                high = middle
            end
        end
        live = count - low
    end
end

