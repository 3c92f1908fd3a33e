using System.Net;

namespace AchieveApex.Application.ApiKeys;

/// <summary>Who comes with a key, and under which conditions.</summary>
/// <param name="Caller">On whose behalf requests run.</param>
/// <param name="ExpiresAt">From then on the key is refused; null: never.</param>
/// <param name="Networks">Where it may come from; empty: anywhere.</param>
public sealed record KeyHolder(Caller Caller, DateTimeOffset? ExpiresAt, IReadOnlyList<IPNetwork> Networks);
