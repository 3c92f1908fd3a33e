using AchieveApex.Application.Permissions;
using AchieveApex.Domain.ApiKeys;
using AchieveApex.Domain.Permissions;
using Mapster;

namespace AchieveApex.Application.ApiKeys;

/// <summary>What a client may write on an API key.</summary>
/// <param name="Name">What the key is for; required.</param>
/// <param name="ExpiresAt">From then on the key is refused; absent: never.</param>
/// <param name="AllowBulk">Whether it may change many records by one query.</param>
/// <param name="Status">A deactivated key is refused.</param>
public record ApiKeyFields(
    string? Name = null,
    DateTimeOffset? ExpiresAt = null,
    bool AllowBulk = false,
    ApiKeyStatus Status = ApiKeyStatus.Active
) : RecordFields
{
    /// <summary>What the key may at most do; absent: everything that its user may.</summary>
    public IReadOnlyList<string>? Scopes
    {
        get;
        init => field = value ?? [Grants.Everything];
    } = [Grants.Everything];

    /// <summary>Addresses and networks (CIDR) that may use the key; absent: all.</summary>
    public IReadOnlyList<string>? AllowedIps
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What is needed to make a key.</summary>
/// <param name="UserId">The member that it acts for; absent: the caller.</param>
public sealed record NewApiKeyFields(long? UserId = null) : ApiKeyFields;

internal abstract class ApiKeyFieldsValidator<T> : RecordFieldsValidator<T>
    where T : ApiKeyFields
{
    protected ApiKeyFieldsValidator(ResourceCatalog resources)
    {
        RuleFor(key => key.Name).NotEmpty().MaximumLength(100);
        RuleFor(key => key.Scopes).NotNull().Grants(resources);
        RuleFor(key => key.AllowedIps)
            .Must(texts => texts!.All(Networks.IsValid))
            .WithMessage("must hold addresses or networks in CIDR notation, for example 192.0.2.0/24");
    }
}

internal sealed class ChangedApiKeyValidator(ResourceCatalog resources) : ApiKeyFieldsValidator<ApiKeyFields>(resources);

internal sealed class NewApiKeyValidator : ApiKeyFieldsValidator<NewApiKeyFields>
{
    public NewApiKeyValidator(ResourceCatalog resources, TimeProvider clock)
        : base(resources) =>
        RuleFor(key => key.ExpiresAt).Must(expiry => expiry is null || expiry > clock.GetUtcNow()).WithMessage("must be in the future");
}

/// <summary>An API key as it is read. The secret is shown by the answer that made it, and never again.</summary>
public sealed record ApiKeyView : RecordView
{
    public string Name { get; init; } = "";

    /// <summary>The secret, shown once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }
    public string LastFour { get; init; } = "";
    public long UserId { get; init; }
    public IReadOnlyList<string> Scopes { get; init; } = [];
    public IReadOnlyList<string> AllowedIps { get; init; } = [];
    public bool AllowBulk { get; init; }
    public ApiKeyStatus Status { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Up to half a minute old.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
    public string? LastUsedIp { get; init; }
    public long? RotatedFromId { get; init; }
}

internal sealed class ApiKeyMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<ApiKey, ApiKeyView>().Ignore(view => view.Key!);
}

internal sealed record ApiKeyResource() : Resource<ApiKey>("api-keys", IsAdministrative: true);
