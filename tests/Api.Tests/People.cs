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
}
