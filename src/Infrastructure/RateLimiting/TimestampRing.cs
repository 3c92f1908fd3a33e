namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>
/// The exact log of one subject: when each admitted request came, oldest to newest, in a ring of milliseconds modulo 2^32.
/// </summary>
/// <remarks>Not safe for concurrent use. <c>ring.lua</c> and its neighbours are the same rule for Redis.</remarks>
internal sealed class TimestampRing
{
    private const int FirstCapacity = 8;

    private uint[] _entries = [];
    private long _newest;
    private int _tail;
    private int _count;
    private int _window;

    /// <summary>Set when the ring has left its dictionary: who still holds it must look again.</summary>
    public bool Retired { get; set; }

    public bool IsIdle(long now) => _count == 0 || now - _newest > _window;

    public RingAnswer Hit(long now, int limit, int window)
    {
        now = NeverBack(now);
        var live = Live(now, window);
        if (live >= limit)
            return new(false, live + 1, Wait(now, limit, window), Leaves(_count - live, now, window));

        _tail = _count == 0 ? 0 : Slot(_count - live);
        _count = live;
        if (_count == _entries.Length)
            Grow(limit);

        _entries[Slot(_count++)] = (uint)now;
        (_newest, _window) = (now, window);
        return new(true, _count, 0, Leaves(0, now, window));
    }

    public RingAnswer Peek(long now, int limit, int window)
    {
        now = NeverBack(now);
        var live = Live(now, window);
        var oldestLeaves = live == 0 ? 0 : Leaves(_count - live, now, window);
        return live < limit ? new(true, live, 0, oldestLeaves) : new(false, live, Wait(now, limit, window), oldestLeaves);
    }

    // A clock that stepped back stands still: entries then live longer, never shorter.
    private long NeverBack(long now) => _count == 0 ? now : Math.Max(now, _newest);

    // An entry lives while its age is at most the window, not below it: two times cut to milliseconds may look one nearer than they are.
    private int Live(long now, int window)
    {
        if (_count == 0 || now - _newest > window)
            return 0;

        if (Age(0, now) <= window)
            return _count;

        var (low, high) = (1, _count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Age(middle, now) > window)
                low = middle + 1;
            else
                high = middle;
        }

        return _count - low;
    }

    // The limit may have been cut below the count: then the entry decides that stands `limit` from the newest.
    private long Wait(long now, int limit, int window) => Leaves(_count - limit, now, window);

    private long Leaves(int index, long now, int window) => window + 1L - Age(index, now);

    private uint Age(int index, long now) => (uint)now - _entries[Slot(index)];

    private int Slot(int index)
    {
        var slot = _tail + index;
        return slot < _entries.Length ? slot : slot - _entries.Length;
    }

    private void Grow(int limit)
    {
        var capacity = Math.Min(Math.Max(_entries.Length * 2, FirstCapacity), limit);
        var grown = new uint[capacity];
        var untilEnd = _entries.Length - _tail;
        Array.Copy(_entries, _tail, grown, 0, untilEnd);
        Array.Copy(_entries, 0, grown, untilEnd, _tail);
        (_entries, _tail) = (grown, 0);
    }
}
