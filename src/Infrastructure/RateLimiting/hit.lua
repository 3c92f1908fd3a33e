-- Answers {admitted, current, wait, oldest leaves}. A rejection writes nothing.
if live >= limit then
    return { 0, live + 1, leaves(count - limit), leaves(count - live) }
end

if capacity > 0 then
    tail = (tail + count - live) % capacity
end

if live == capacity then -- grow; SET takes exactly what is needed, where SETRANGE would take double
    local grown = math.min(math.max(capacity * 2, 8), limit)
    local entries = redis.call('GETRANGE', key, 12, -1)
    local ordered = string.sub(entries, tail * 4 + 1) .. string.sub(entries, 1, tail * 4)
    redis.call('SET', key, struct.pack('<I4I4I4', 0, live, grown) .. ordered .. string.rep('\0', (grown - live) * 4))
    tail, capacity = 0, grown
end

redis.call('SETRANGE', key, offset(live), struct.pack('<I4', now % span))
redis.call('SETRANGE', key, 0, struct.pack('<I4I4', tail, live + 1))
redis.call('PEXPIRE', key, lifetime)
return { 1, live + 1, 0, leaves(0) }
