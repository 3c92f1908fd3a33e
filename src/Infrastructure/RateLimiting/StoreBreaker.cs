namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Keeps calls away from a store that failed three times in a row: for a second, then one call tries it.</summary>
internal sealed class StoreBreaker(TimeProvider clock)
{
    private const int FailuresToOpen = 3;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private State _state;
    private int _failures;
    private long _openedAt;

    private enum State
    {
        Closed,
        Open,
        Probing,
    }

    public bool IsOpen
    {
        get
        {
            lock (_gate)
                return _state != State.Closed;
        }
    }

    /// <summary>Whether to call the store. Who is let through tells the outcome by one of the methods below.</summary>
    public bool LetsThrough()
    {
        lock (_gate)
        {
            if (_state == State.Closed)
                return true;

            if (_state == State.Probing || clock.GetElapsedTime(_openedAt) < _pause)
                return false;

            _state = State.Probing;
            return true;
        }
    }

    /// <returns>Whether the store is back with this.</returns>
    public bool Succeeded()
    {
        lock (_gate)
        {
            var back = _state != State.Closed;
            (_state, _failures) = (State.Closed, 0);
            return back;
        }
    }

    /// <returns>Whether the store is lost with this.</returns>
    public bool Failed()
    {
        lock (_gate)
        {
            var lost = _state == State.Closed && ++_failures == FailuresToOpen;
            if (lost || _state == State.Probing)
                (_state, _openedAt) = (State.Open, clock.GetTimestamp());

            return lost;
        }
    }

    /// <summary>The caller went away before there was an outcome: the next one may try at once.</summary>
    public void Abandoned()
    {
        lock (_gate)
        {
            if (_state == State.Probing)
                (_state, _openedAt) = (State.Open, clock.GetTimestamp() - (long)(_pause.TotalSeconds * clock.TimestampFrequency));
        }
    }
}
