using System.Net;
using System.Net.Sockets;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class BadSettingTests
{
    [Theory]
    [InlineData("--RateLimit:MaxRequests=0", "MaxRequests")]
    [InlineData("--RateLimit:MaxRequests=-1", "MaxRequests")]
    [InlineData("--RateLimit:MaxRequests=abc", "RateLimit:MaxRequests")]
    [InlineData("--RateLimit:WindowSeconds=1036801", "WindowSeconds")]
    [InlineData("--RateLimit:OnStoreFailure=Nonsense", "RateLimit:OnStoreFailure")]
    [InlineData("--Paging:DefaultLimit=-1", "DefaultLimit")]
    [InlineData("--Paging:MaxLimit=0", "MaxLimit")]
    [InlineData("--SupportTickets:CloseSolvedAfterDays=0", "CloseSolvedAfterDays")]
    [InlineData("--SupportTickets:CloseSolvedAfterDays=366", "CloseSolvedAfterDays")]
    [InlineData("--RateLimit:MaxRequest=5", "RateLimit:MaxRequest")]
    [InlineData("--ApiKeys:Pepper=secret", "ApiKeys:Pepper")]
    [InlineData("--ConnectionStrings:Database=Data Source=:memory:", "ConnectionStrings:Database")]
    [InlineData("--Bootstrap:ApiKey=secret", "ApiKey")]
    [InlineData("--Bootstrap:OrganizationId=abc", "Bootstrap:OrganizationId")]
    [InlineData("--Bootstrap:OrganizationId=0", "OrganizationId")]
    [InlineData("--Bootstrap:OrganizationName=", "OrganizationName")]
    [InlineData("--Bootstrap:AdminEmail=nobody", "AdminEmail")]
    [InlineData("--ConnectionStrings:Database=secret", "ConnectionStrings:Database")]
    [InlineData("--ConnectionStrings:Database=Host=here;Port=x;Password=secret", "ConnectionStrings:Database")]
    [InlineData("--ConnectionStrings:Redis=here,unheard=secret", "ConnectionStrings:Redis")]
    [InlineData("--ConnectionStrings:Redis=here:99999999,password=secret", "ConnectionStrings:Redis")]
    [InlineData("--Https:TrustedProxies:0=10.0.0.0/33", "TrustedProxies")]
    [InlineData("--Https:Required=perhaps", "Https:Required")]
    [InlineData("--Database:MigrateAtStart=perhaps", "Database:MigrateAtStart")]
    [InlineData("--urls=nonsense", "--urls")]
    [InlineData("--urls=http://127.0.0.1:99999", "--urls")]
    [InlineData("--unheard-of", "--unheard-of")]
    [InlineData("Bootstrap:AdminPassword=secret", "Bootstrap:AdminPassword")]
    public async Task One_line_names_it_without_any_secret(string argument, string name)
    {
        using var place = new Place();
        await using var program = RunningProgram.Start(
            place.Folder,
            argument.StartsWith("--urls", StringComparison.Ordinal) ? ["serve", argument] : ["serve", "--urls=http://127.0.0.1:0", argument]
        );
        await Refusal.Expect(program, name);
        Assert.DoesNotContain("secret", program.Output + program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_sets_the_same_settings()
    {
        using var place = new Place();
        await using var program = RunningProgram.Start(place.Folder, ["serve"], "RateLimit__MaxRequests=many");
        await Refusal.Expect(program, "RateLimit:MaxRequests");
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        using var place = new Place();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var program = RunningProgram.Start(place.Folder, ["serve", $"--urls=http://{other.LocalEndpoint}"]);
        await Refusal.Expect(program, $"{other.LocalEndpoint}");
    }
}
