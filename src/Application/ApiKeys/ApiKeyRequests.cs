using AchieveApex.Domain.ApiKeys;

namespace AchieveApex.Application.ApiKeys;

[Requires<ApiKey>(Access.View)]
public sealed record ListApiKeys : List<ApiKey, ApiKeyView>;

[Requires<ApiKey>(Access.View)]
public sealed record GetApiKey(RecordId Id) : Get<ApiKey, ApiKeyView>(Id);

[Requires<ApiKey>(Access.Update)]
public sealed record PatchApiKey(RecordId Id, Input<ApiKeyFields> Input) : Patch<ApiKey, ApiKeyFields, ApiKeyView>(Id, Input);

[Requires<ApiKey>(Access.Delete)]
public sealed record RemoveApiKey(RecordId Id) : Remove<ApiKey, ApiKeyView>(Id);
