using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Conformance;
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
        await Merge(tenant);
        await tenant.Create("/pipelines", new { name = "Renewals" });
        var contact = new
        {
            first_name = "Jane",
            owner_id = me,
            company_id = company,
        };
        var jane = await tenant.Send(HttpMethod.Post, "/contacts", contact, ("Idempotency-Key", "jane"));
        var deal = await Deal(tenant, me, company, jane["id"].GetInt64());
        var ticket = await Ticket(tenant, me, company, jane["id"].GetInt64());
        var conversation = await Conversation(tenant, me, company, jane["id"].GetInt64());
        await About(
            tenant,
            me,
            ("contact_id", jane["id"].GetInt64()),
            ("company_id", company),
            ("deal_id", deal),
            ("conversation_id", conversation),
            ("support_ticket_id", ticket)
        );
        var role = await tenant.Create("/roles", new { name = "sales", permissions = new[] { "contacts:*" } });
        await tenant.Create("/members", new { email = $"sales-{tenant.OrganizationId}@example.com", role_id = role.GetProperty("id") });
        await tenant.Create("/api-keys", new { name = "Second", user_id = me });
        await Rest(tenant);
        return tenant;
    }

    // What is not told of here is a plain resource, of which any record will do.
    private static async Task Rest(Tenant tenant)
    {
        var samples = new SampleRecords(tenant);
        foreach (var resource in ConformingResource.All.Where(resource => resource.Create is not null))
            if ((await tenant.Get($"{resource.Collection}?$limit=1"))["total"].GetInt64() == 0)
                await samples.Make(resource, 0);
    }

    private static async Task Merge(Tenant tenant)
    {
        var (old, kept) = (
            await tenant.Create("/contacts", new { last_name = "Old" }),
            await tenant.Create("/contacts", new { last_name = "Kept" })
        );
        await tenant.Post($"/contacts/{old.GetProperty("id")}/merge", new { into_id = kept.GetProperty("id") });
    }

    private static async Task<long> Deal(Tenant tenant, long owner, long company, long contact)
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
        return deal.GetInt64();
    }

    // What is about others: a task and a note about all of them, and a tagging of each, with a tag of its own.
    private static async Task About(Tenant tenant, long assignee, params (string Field, long Id)[] others)
    {
        await tenant.Create("/tasks", $$"""{"title":"Call","assignee_id":{{assignee}},{{Members(others)}}}""");
        await tenant.Create("/notes", $$"""{"body":"Is in a hurry",{{Members(others)}}}""");
        foreach (var other in others)
        {
            var tag = (await tenant.Create("/tags", new { name = $"Important {other.Field}", color = "#3366ff" })).GetProperty("id");
            await tenant.Create("/taggings", $$"""{"tag_id":{{tag}},{{Members(other)}}}""");
        }

        static string Members(params (string Field, long Id)[] named) => string.Join(',', named.Select(one => $"\"{one.Field}\":{one.Id}"));
    }

    // The newest goes on from a closed one; another was merged.
    private static async Task<long> Ticket(Tenant tenant, long assignee, long company, long contact)
    {
        var problem = (await New("problem", "open")).GetProperty("id");
        await tenant.Post($"/support-tickets/{(await New("question", "open")).GetProperty("id")}/merge", new { into_id = problem });
        var closed = $"/support-tickets/{(await New("question", "solved")).GetProperty("id")}";
        await tenant.Patch(closed, new { status = "closed" });
        var next = (await tenant.Post($"{closed}/follow-up", new { }))["id"];
        var incident = new
        {
            type = "incident",
            problem_id = problem,
            assignee_id = assignee,
        };
        await tenant.Patch($"/support-tickets/{next}", incident);
        await tenant.Create("/ticket-comments", new { ticket_id = next, body = "Broken again" });
        return next.GetInt64();

        Task<JsonElement> New(string type, string status) =>
            tenant.Create(
                "/support-tickets",
                new
                {
                    subject = "Broken",
                    type,
                    status,
                    requester_id = contact,
                    assignee_id = assignee,
                    company_id = company,
                }
            );
    }

    private static async Task<long> Conversation(Tenant tenant, long assignee, long company, long contact)
    {
        var fields = new
        {
            subject = "Invoice",
            assignee_id = assignee,
            company_id = company,
            contact_id = contact,
        };
        var conversation = (await tenant.Create("/conversations", fields)).GetProperty("id").GetInt64();
        var message = new
        {
            conversation_id = conversation,
            direction = "incoming",
            content = "Which invoice?",
        };
        await tenant.Create("/messages", message);
        return conversation;
    }
}
