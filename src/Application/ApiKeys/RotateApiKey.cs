using AchieveApex.Domain.ApiKeys;
using Mapster;

namespace AchieveApex.Application.ApiKeys;

/// <summary>Makes a successor that inherits everything. The old key works on for the overlap, but never past its own expiry.</summary>
[Requires<ApiKey>(Access.Create)]
public sealed record RotateApiKey(RecordId Id, Input<RotationFields> Input) : Write<ApiKey, ApiKeyView>
{
    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.Read<RotationFields, RotationFields>(Input);
    }
}

/// <summary>How a key is rotated.</summary>
/// <param name="Overlap">How long the old key works on: <c>0</c>, <c>1h</c>, <c>24h</c> or <c>7d</c>.</param>
public sealed record RotationFields(string Overlap = "24h")
{
    internal static readonly IReadOnlyDictionary<string, TimeSpan> Overlaps = new Dictionary<string, TimeSpan>
    {
        ["0"] = TimeSpan.Zero,
        ["1h"] = TimeSpan.FromHours(1),
        ["24h"] = TimeSpan.FromHours(24),
        ["7d"] = TimeSpan.FromDays(7),
    };
}

internal sealed class RotationFieldsValidator : AbstractValidator<RotationFields>
{
    public RotationFieldsValidator() => RuleFor(rotation => rotation.Overlap).OneOf([.. RotationFields.Overlaps.Keys]);
}

internal sealed class RotateApiKeyHandler(IDatabase db, Editor<ApiKey> editor, IKeyHasher hasher, TimeProvider clock)
    : IRequestHandler<RotateApiKey, ApiKeyView>
{
    public async Task<ApiKeyView> Handle(RotateApiKey request, CancellationToken cancellationToken)
    {
        var old = await editor.Open(request.Id, cancellationToken);
        var secret = KeyText.Generate();
        var overlap = RotationFields.Overlaps[request.Input.Fields.Overlap];
        var successor = old.Rotate(hasher.Digest(secret).ToArray(), secret[^4..], clock.GetUtcNow(), overlap);
        db.Add(successor);
        await db.Save(cancellationToken);
        return successor.Adapt<ApiKeyView>() with { Key = secret };
    }
}
