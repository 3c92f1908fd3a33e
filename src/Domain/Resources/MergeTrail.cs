using System.Text.Json;

namespace AchieveApex.Domain.Resources;

/// <summary>What a merge changed, so that it can be undone.</summary>
/// <param name="Record">The record that is gone: the values of its properties.</param>
/// <param name="Filled">The fields that the other took from it, as a client writes them.</param>
/// <param name="Moved">What referred to the one and now refers to the other.</param>
/// <param name="Own">What the other referred to by fields that name a record of its own kind.</param>
/// <param name="Doubles">What would have been there twice, and so was removed.</param>
public sealed record MergeTrail(
    JsonElement Record,
    JsonElement Filled,
    IReadOnlyList<MovedReferences> Moved,
    IReadOnlyList<OwnReference> Own,
    IReadOnlyList<RemovedDouble> Doubles
);

/// <summary>The records of a resource that refer to the other record now.</summary>
/// <param name="Resource">What they are.</param>
/// <param name="Field">The field that does.</param>
/// <param name="Ids">Which they are.</param>
public sealed record MovedReferences(string Resource, string Field, IReadOnlyList<long> Ids);

/// <summary>A field that names a record of the same kind, such as the parent of a company.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">What it named.</param>
/// <param name="To">What it names since.</param>
public sealed record OwnReference(string Field, long? From, long? To);

/// <summary>A record that said of the one what another says of the other.</summary>
/// <param name="Resource">What it is.</param>
/// <param name="Record">The values of its properties.</param>
public sealed record RemovedDouble(string Resource, JsonElement Record);
