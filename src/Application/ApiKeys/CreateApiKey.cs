using AchieveApex.Application.Errors;
using AchieveApex.Domain.ApiKeys;
using Mapster;

namespace AchieveApex.Application.ApiKeys;

/// <summary>Makes a key. The answer is the only place where its secret is ever shown.</summary>
[Requires<ApiKey>(Access.Create)]
public sealed record CreateApiKey(Input<NewApiKeyFields> Input) : Create<ApiKey, NewApiKeyFields, ApiKeyView>(Input)
{
    /// <summary>A secret that the operator chose; null: a new one.</summary>
    public string? Secret { get; init; }
}

internal sealed class CreateApiKeyHandler(Editor<ApiKey> editor, OrganizationScope scope, IKeyHasher hasher)
    : IRequestHandler<CreateApiKey, ApiKeyView>
{
    public async Task<ApiKeyView> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        var fields = request.Input.Fields;
        var userId = fields.UserId ?? scope.Caller.UserId ?? throw BadRequest.Invalid("user_id", "is required");
        var secret = request.Secret ?? KeyText.Generate();
        var key = ApiKey.For(userId, hasher.Digest(secret).ToArray(), secret[^4..]);
        fields.Adapt<ApiKeyFields, ApiKey>(key);
        await editor.Add(key, cancellationToken);
        return key.Adapt<ApiKeyView>() with { Key = secret };
    }
}
