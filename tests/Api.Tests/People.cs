using AchieveApex.Support;

namespace AchieveApex.Api.Tests;

/// <summary>Roles and members of an organization, by name.</summary>
internal static class People
{
    public static async Task<long> Role(Tenant tenant, string name) =>
        (await tenant.Get($"/roles?name={name}"))["data"][0].GetProperty("id").GetInt64();

    /// <summary>The member record of a key's user.</summary>
    public static async Task<string> MemberOf(Tenant owner, Tenant user)
    {
        var userId = (await user.Get("/me"))["user_id"].GetInt64();
        var member = (await owner.Get($"/members?user_id={userId}"))["data"][0];
        return $"/members/{member.GetProperty("id")}";
    }

    /// <summary>A contact with most of its fields, in an organization of its own.</summary>
    public static async Task<(Tenant Tenant, string Path)> Jane(TestApi api)
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create(
            "/contacts",
            new
            {
                first_name = "Jane",
                last_name = "Doe",
                email = "jane@example.com",
                lifecycle_stage = "lead",
                lead_source = "website",
                lead_score = 7,
                do_not_contact = false,
                external_id = "x-1",
                custom_fields = new { b = new[] { "x", "y" }, a = 1 },
            }
        );
        return (acme, $"/contacts/{contact.GetProperty("id")}");
    }
}
