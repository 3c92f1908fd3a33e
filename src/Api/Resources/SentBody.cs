namespace AchieveApex.Api.Resources;

/// <summary>The body as it came, kept for what has to compare it with another.</summary>
internal sealed record SentBody(ReadOnlyMemory<byte> Bytes);
