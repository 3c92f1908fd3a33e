using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Application.Resources;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>Each built-in role may do what it is for, and is refused anything else in the documented words.</summary>
internal sealed class Permitting(Subject subject)
{
    private static readonly string[] Roles = ["owner", "admin", "member", "viewer"];
    private readonly ConformingResource resource = subject.Resource;

    private readonly bool isAdministrative = subject
        .Tenant.Api.Services.GetRequiredService<ResourceCatalog>()
        .All.Single(known => known.Name == subject.Resource.Collection[1..])
        .IsAdministrative;

    public async Task Asks_for_the_right()
    {
        var record = await subject.New();
        var body = resource.Create is null ? [] : await subject.Records.Body(resource, subject.Next());
        foreach (var role in Roles)
        {
            var caller = await subject.Tenant.As(role);
            foreach (var (operation, action) in Actions())
                Judge(role, action, operation, await Try(caller, operation, record, body));
            foreach (var command in resource.Commands)
                if (!Allows(role, "update") && !Allows(role, "create"))
                    Judge(role, ActionOf(command), command, await Try(caller, command, record, []));
        }
    }

    private IEnumerable<(ProbedOperation Operation, string Action)> Actions() =>
        new (ProbedOperation? Operation, string Action)[]
        {
            (resource.List, "view"),
            (resource.Get, "view"),
            (resource.Create, "create"),
            (resource.Replace, "update"),
            (resource.Patch, "update"),
            (resource.Remove, "delete"),
        }
            .Where(one => one.Operation is not null)
            .Select(one => (one.Operation!, one.Action));

    private bool Allows(string role, string action) =>
        role switch
        {
            "owner" or "admin" => true,
            "member" => !isAdministrative,
            _ => !isAdministrative && action == "view",
        };

    // Of a command the document alone tells what it needs.
    private static string ActionOf(ProbedOperation command) =>
        command.Described.Element.GetProperty("description").GetString()!.Split('`')[1].Split(':')[1];

    private static Task<Reply> Try(Tenant caller, ProbedOperation operation, JsonObject record, JsonObject body) =>
        caller.Send(
            operation.Method,
            operation.At(_ => $"{record["id"]}") + (operation.Reads ? "" : "?dry_run=true"),
            operation.Body is null ? null : Subject.Fit(operation, body)
        );

    private void Judge(string role, string action, ProbedOperation operation, Reply reply)
    {
        if (Allows(role, action))
            subject.Expect(reply.Status < 300, $"{operation} by {role} is {reply.Status} {reply.Text}");
        else
            subject.Expect((reply.Status, reply.Text) == (403, Refusal(action)), $"{operation} by {role} is {reply.Status} {reply.Text}");
    }

    private string Refusal(string action) =>
        $$"""{"name":"Forbidden","message":"Access denied: You do not have permission to {{action}} {{resource.Collection[
            1..
        ].Replace('-', ' ')}}. Please contact your organization administrator.","code":403,"className":"forbidden"}""";
}
