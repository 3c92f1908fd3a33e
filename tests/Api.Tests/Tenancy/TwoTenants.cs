using System.Text.Json.Nodes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Tenancy;

/// <summary>Two organizations with records of every kind. Acme tries to reach what belongs to Globex.</summary>
internal sealed record TwoTenants(Tenant Acme, Tenant Globex, RawDatabase Database)
{
    /// <summary>An id that no record ever had.</summary>
    public const long Absent = 9_007_199_254_740_001;

    public static async Task<TwoTenants> In(TestApi api) => new(await Filled(api), await Filled(api), new(api));

    /// <summary>The newest record of a list, as it is read.</summary>
    public static async Task<JsonObject> Newest(Tenant tenant, string collection)
    {
        var page = await tenant.Get($"{collection}?$limit=1");
        return page["data"].GetArrayLength() == 1
            ? JsonNode.Parse(page["data"][0].GetRawText())!.AsObject()
            : throw new InvalidOperationException($"{collection} is empty: TwoTenants has to fill it ({page.Text})");
    }

    /// <summary>One organization with records of every kind.</summary>
    public static async Task<Tenant> Filled(TestApi api)
    {
        var tenant = await api.NewTenant();
        var me = (await tenant.Get("/me"))["user_id"].GetInt64();
        var parent = (await tenant.Create("/companies", new { name = "Parent" })).GetProperty("id").GetInt64();
        var companyFields = new
        {
            name = "Child",
            parent_company_id = parent,
            owner_id = me,
        };
        var company = (await tenant.Create("/companies", companyFields)).GetProperty("id").GetInt64();
        await tenant.Create("/pipelines", new { name = "Renewals" });
        var contact = new
        {
            first_name = "Jane",
            owner_id = me,
            company_id = company,
        };
        var jane = await tenant.Send(HttpMethod.Post, "/contacts", contact, ("Idempotency-Key", "jane"));
        await Deal(tenant, me, company, jane["id"].GetInt64());
        await Conversation(tenant, me, company, jane["id"].GetInt64());
        var role = await tenant.Create("/roles", new { name = "sales", permissions = new[] { "contacts:*" } });
        await tenant.Create("/members", new { email = $"sales-{tenant.OrganizationId}@example.com", role_id = role.GetProperty("id") });
        await tenant.Create("/api-keys", new { name = "Second", user_id = me });
        return tenant;
    }

    private static async Task Deal(Tenant tenant, long owner, long company, long contact)
    {
        var fields = new
        {
            name = "Renewal",
            owner_id = owner,
            company_id = company,
            contact_id = contact,
        };
        var deal = (await tenant.Create("/deals", fields)).GetProperty("id");
        await tenant.Post($"/deals/{deal}/win", new { });
        await tenant.Create("/deal-contacts", new { deal_id = deal, contact_id = contact });
    }

    private static async Task Conversation(Tenant tenant, long assignee, long company, long contact)
    {
        var fields = new
        {
            subject = "Invoice",
            assignee_id = assignee,
            company_id = company,
            contact_id = contact,
        };
        var message = new
        {
            conversation_id = (await tenant.Create("/conversations", fields)).GetProperty("id"),
            direction = "incoming",
            content = "Which invoice?",
        };
        await tenant.Create("/messages", message);
    }
}
