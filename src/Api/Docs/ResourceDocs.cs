using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation;
using AchieveApex.Application.Resources.Custom;

namespace AchieveApex.Api.Docs;

/// <summary>A page for each resource, out of the API's description.</summary>
internal sealed class ResourceDocs(DocumentText text)
{
    private readonly Lazy<Task<IReadOnlyList<ResourceDoc>>> read = new(() => Read(text));

    public Task<IReadOnlyList<ResourceDoc>> All => read.Value;

    private static async Task<IReadOnlyList<ResourceDoc>> Read(DocumentText text)
    {
        var description = new Description(JsonNode.Parse(await text.Read(CustomFieldSets.None))!.AsObject());
        return [.. description.Resources()];
    }
}

/// <summary>What a page tells of a resource.</summary>
/// <param name="Title">For example <c>Support tickets</c>.</param>
/// <param name="Summary">What is said of the resource as a whole.</param>
/// <param name="Fields">What a record holds; empty where nothing is read.</param>
/// <param name="Operations">What can be done, in the order of the addresses.</param>
public sealed record ResourceDoc(string Title, string Summary, IReadOnlyList<FieldDoc> Fields, IReadOnlyList<OperationDoc> Operations)
{
    public string Name => Title.ToLowerInvariant().Replace(' ', '-');

    public string Path => $"{DocsHosting.Root}/resources/{Name}";
}

/// <summary>A field of a record or of a body.</summary>
/// <param name="Type">Its type, in words.</param>
/// <param name="Bounds">Its limits, in words; may be empty.</param>
public sealed record FieldDoc(string Name, string Type, bool IsRequired, string Bounds, string Description);

/// <summary>One thing that can be done.</summary>
/// <param name="Id">What a link leads to.</param>
/// <param name="Call">A command that does it.</param>
/// <param name="Answer">An example of the answer; null when it has no body.</param>
/// <param name="Statuses">What is answered: each status with what it means.</param>
public sealed record OperationDoc(
    string Id,
    string Method,
    string Address,
    string Summary,
    string Description,
    IReadOnlyList<FieldDoc> Body,
    string Call,
    string? Answer,
    IReadOnlyList<(string Status, string Meaning)> Statuses
);
