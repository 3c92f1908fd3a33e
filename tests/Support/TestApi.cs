using AchieveApex.Api.Hosting;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Organizations;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AchieveApex.Support;

/// <summary>The real program, listening on a free port, on a database of its own.</summary>
public abstract class TestApi : IAsyncLifetime
{
    private const string AnyPort = "http://127.0.0.1:0";
    private readonly KeptLog errors = new(LogLevel.Error);
    private WebApplication? app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Started.Urls.First());

    public IServiceProvider Services => Started.Services;

    /// <summary>The database's setting, <c>ConnectionStrings:Database</c>.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Settings of this server, as <c>Section:Name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Puts services in place of the program's, such as a clock.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>What the server itself says of its faults.</summary>
    public string Faults => string.Join('\n', errors.From(LogLevel.Error).TakeLast(3));

    private WebApplication Started => app ?? throw new InvalidOperationException("The server was not started.");

    public async ValueTask InitializeAsync()
    {
        await Prepare();
        string[] settings =
        [
            $"ConnectionStrings:Database={ConnectionString}",
            "ApiKeys:Pepper=a pepper for tests",
            "Https:Required=false",
            .. Settings,
        ];
        app = Server.Build([$"--urls={AnyPort}", .. settings.Select(setting => "--" + setting)], Place);
        await Services.GetRequiredService<ISchema>().Update(CancellationToken.None);
        await app.StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A client without a key.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>An organization of its own, with an owner's key.</summary>
    public async Task<Tenant> NewTenant(int? maxRequests = 1_000_000, int? windowSeconds = null)
    {
        var name = $"Organization {Guid.CreateVersion7()}";
        var organization = await Do(services =>
            services.GetRequiredService<IMediator>().Send(new CreateOrganization(name, maxRequests, windowSeconds))
        );
        return new(this, organization, await NewKey(organization));
    }

    /// <summary>Another key of an organization; the user becomes a member with the role if it is none yet.</summary>
    public Task<string> NewKey(long organization, string role = "owner", string? email = null, params string[] scopes) =>
        NewKey(organization, role, email, allowBulk: false, scopes);

    /// <summary>A key of an owner that may change many records by one query.</summary>
    public Task<string> NewBulkKey(long organization, params string[] scopes) =>
        NewKey(organization, "owner", null, allowBulk: true, scopes);

    private Task<string> NewKey(long organization, string role, string? email, bool allowBulk, string[] scopes) =>
        Do(async services =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            await mediator.Send(new EnterOrganization(organization));
            var user = await mediator.Send(new EnsureMember(email ?? $"{role}-{organization}@example.com", role));
            var fields = new NewApiKeyFields(user)
            {
                Name = "Test",
                Scopes = scopes.Length == 0 ? null : scopes,
                AllowBulk = allowBulk,
            };
            return (await mediator.Send(new CreateApiKey(fields))).Key!;
        });

    /// <summary>Runs work with the server's own services.</summary>
    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private void Place(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(errors);
        Replace?.Invoke(services);
    }

    /// <summary>Makes the database.</summary>
    protected abstract Task Prepare();
}
