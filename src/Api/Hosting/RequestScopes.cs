using AchieveApex.Application.Requests;

namespace AchieveApex.Api.Hosting;

/// <summary>
/// Puts the request's id, its organization and its key on every line that is logged while it is answered. They are looked up when there is a
/// line: a request that logs nothing pays nothing.
/// </summary>
internal sealed class RequestScopes(IHttpContextAccessor requests) : IExternalScopeProvider
{
    private readonly LoggerExternalScopeProvider others = new();

    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        if (requests.HttpContext is { } context)
            callback(Fields.Of(context), state);
        others.ForEachScope(callback, state);
    }

    public IDisposable Push(object? state) => others.Push(state);

    private sealed class Fields : List<KeyValuePair<string, object?>>
    {
        public static Fields Of(HttpContext context)
        {
            var fields = new Fields { new("RequestId", context.TraceIdentifier) };
            // There are no services left when the answer has ended.
            if (context.RequestServices?.GetService<OrganizationScope>() is { IsEntered: true, Caller: var caller })
            {
                fields.Add(new("OrganizationId", caller.OrganizationId));
                fields.Add(new("ApiKeyId", caller.ApiKeyId));
            }

            return fields;
        }

        public override string ToString() => string.Join(", ", this.Select(field => $"{field.Key} {field.Value}"));
    }
}
