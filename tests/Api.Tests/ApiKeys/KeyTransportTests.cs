using AchieveApex.Application.ApiKeys;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Xunit;

namespace AchieveApex.Api.Tests.ApiKeys;

/// <summary>Where a key may come from, and over what.</summary>
public sealed class KeyTransportTests
{
    private static readonly (string, string) Https = ("X-Forwarded-Proto", "https");
    private const string Trusted = "Https:TrustedProxies:0=127.0.0.1";
    private const string Untrusted = "Https:TrustedProxies:0=10.0.0.1";

    [Fact]
    public async Task A_key_over_plain_http_is_refused_before_it_is_looked_up()
    {
        var directory = Substitute.For<IKeyDirectory>();
        await using var api = new SqliteApi { Settings = ["Https:Required=true"], Replace = services => services.AddSingleton(directory) };
        await api.InitializeAsync();
        var reply = await new Tenant(api, 1, KeyText.Generate()).Get("/contacts");
        Assert.Equal((403, "Access denied: API keys are accepted over HTTPS only."), (reply.Status, reply["message"].GetString()));
        await directory.DidNotReceiveWithAnyArgs().Find(default, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(Trusted, 200)]
    [InlineData("Https:TrustedProxies:0=127.0.0.0/8", 200)]
    [InlineData(Untrusted, 403)]
    public async Task Only_a_trusted_proxy_is_believed_that_it_was_https(string proxies, int status)
    {
        await using var api = new SqliteApi { Settings = ["Https:Required=true", proxies] };
        await api.InitializeAsync();
        var acme = await api.NewTenant();
        Assert.Equal(403, (await acme.Get("/contacts")).Status);
        Assert.Equal(status, (await acme.Send(HttpMethod.Get, "/contacts", null, Https)).Status);
    }

    [Fact]
    public async Task Without_trusted_proxies_nobody_is_believed()
    {
        await using var api = new SqliteApi { Settings = ["Https:Required=true"] };
        await api.InitializeAsync();
        var acme = await api.NewTenant();
        Assert.Equal(403, (await acme.Send(HttpMethod.Get, "/contacts", null, Https)).Status);
    }

    [Theory]
    [InlineData(Trusted, "203.0.113.7", 200)]
    [InlineData(Trusted, "203.0.113.8", 403)]
    [InlineData(Trusted, "203.0.113.7, 198.51.100.1", 403)]
    [InlineData(Trusted, null, 403)]
    [InlineData(Untrusted, "203.0.113.7", 403)]
    public async Task The_address_of_a_caller_is_taken_from_trusted_proxies_alone(string proxies, string? forwardedFor, int status)
    {
        await using var api = new SqliteApi { Settings = [proxies] };
        await api.InitializeAsync();
        var acme = await api.NewTenant();
        var made = await acme.Create("/api-keys", new { name = "x", allowed_ips = new[] { "203.0.113.7" } });
        (string, string)[] headers = forwardedFor is null ? [] : [("X-Forwarded-For", forwardedFor)];
        var reply = await acme.With(made.GetProperty("key").GetString()!).Send(HttpMethod.Get, "/contacts", null, headers);
        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.0/8", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    [InlineData("192.0.2.1", 403)]
    [InlineData("192.0.2.0/24", 403)]
    [InlineData("::1", 403)]
    public async Task A_key_works_from_its_addresses_alone(string allowed, int status)
    {
        await using var api = new SqliteApi();
        await api.InitializeAsync();
        var acme = await api.NewTenant();
        var made = await acme.Create("/api-keys", new { name = "x", allowed_ips = new[] { allowed } });
        var reply = await acme.With(made.GetProperty("key").GetString()!).Get("/contacts");
        Assert.Equal(status, reply.Status);
    }
}
