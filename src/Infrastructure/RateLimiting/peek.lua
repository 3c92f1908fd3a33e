-- Answers as hit.lua does, and reads only.
local oldest = live == 0 and 0 or leaves(count - live)
if live >= limit then
    return { 0, live, leaves(count - limit), oldest }
end
return { 1, live, 0, oldest }
