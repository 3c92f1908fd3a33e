using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support.OpenApi;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>A resource as the document tells of it: a list, and whatever else can be done with its records.</summary>
internal sealed class ConformingResource(ProbedOperation list, IReadOnlyList<ProbedOperation> all)
{
    /// <summary>Every resource of the document.</summary>
    public static IReadOnlyList<ConformingResource> All { get; } = Read();

    public string Collection => list.Path;

    public ProbedOperation List => list;

    public ProbedOperation? Create { get; } = all.SingleOrDefault(one => one.Method == HttpMethod.Post && one.Path == list.Path);

    public ProbedOperation? Replace { get; } = OnRecord(list, all, HttpMethod.Put);

    public ProbedOperation? Patch { get; } = OnRecord(list, all, HttpMethod.Patch);

    public ProbedOperation? Remove { get; } = OnRecord(list, all, HttpMethod.Delete);

    public ProbedOperation Get { get; } = OnRecord(list, all, HttpMethod.Get)!;

    /// <summary>What is done with one record beside reading, replacing, patching and removing it.</summary>
    public IReadOnlyList<ProbedOperation> Commands { get; } =
    [.. all.Where(one => one.Path.StartsWith($"{list.Path}/{{id}}/", StringComparison.Ordinal))];

    /// <summary>Create, replace and patch, as far as there are such.</summary>
    public IEnumerable<ProbedOperation> Writes => new[] { Create, Replace, Patch }.OfType<ProbedOperation>();

    public IReadOnlyList<FilteredField> Filters { get; } =
    [
        .. list
            .Described.QueryParameters.Select(parameter => FilteredField.Of(list.Described.Description, parameter))
            .OfType<FilteredField>(),
    ];

    public IReadOnlyList<string> Sorts { get; } = [.. Parameter(list, "$sort").Properties.Keys];

    public IReadOnlyList<string> Selects { get; } =
    [.. Parameter(list, "$select").Items!.Values.Select(name => System.Text.Json.JsonElement.Parse(name).GetString()!)];

    public bool HasTags => Get.Described.Answers.Any(answer => answer.Status == "304");

    public static ConformingResource Of(string collection) => All.Single(resource => resource.Collection == collection);

    /// <summary>The list whose records a field names by id; null when the field names nothing.</summary>
    public static string? Named(string field, Schema schema) =>
        Belongings.IsId(field) && field != "id" && schema.Alternatives[0].Type == "integer" ? Named(field) : null;

    private static string Named(string field)
    {
        if (Particulars.Named(field) is { } known)
            return known;

        var named = All.Where(resource => $"_{field}".EndsWith($"_{resource.Singular}_id", StringComparison.Ordinal));
        return named.MaxBy(resource => resource.Singular.Length)?.Collection ?? Members;
    }

    /// <summary>Those who are named by their user's id, in whatever part: owner, author, assignee.</summary>
    public const string Members = "/members";

    /// <summary>What a client may write there.</summary>
    public static IEnumerable<KeyValuePair<string, Schema>> Writable(ProbedOperation write) =>
        write.Body!.Properties.Where(field => !field.Value.IsReadOnly);

    private string Singular => Words(list.Path.TrimStart('/').Replace('-', '_'));

    private static string Words(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^"ies".Length] + "y" : plural[..^1];

    private static ProbedOperation? OnRecord(ProbedOperation list, IReadOnlyList<ProbedOperation> all, HttpMethod method) =>
        all.SingleOrDefault(one => one.Method == method && one.HasId && one.Collection == list.Path);

    private static Schema Parameter(ProbedOperation list, string name) =>
        new(
            list.Described.Description,
            list.Described.QueryParameters.Single(parameter => parameter.GetProperty("name").GetString() == name).GetProperty("schema")
        );

    private static List<ConformingResource> Read()
    {
        var all = Description.Kept.Operations.Select(operation => new ProbedOperation(operation)).ToList();
        return
        [
            .. all.Where(list => list.IsList && OnRecord(list, all, HttpMethod.Get) is not null)
                .Select(list => new ConformingResource(list, all)),
        ];
    }
}
