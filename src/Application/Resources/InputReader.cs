using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;
using Mapster;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Application.Resources;

/// <summary>Reads bodies: syntax, names, types, the organization, then the rules, and tells all problems at once.</summary>
public sealed class InputReader(OrganizationScope scope, IServiceProvider services, QueryReader queries)
{
    private const string OrganizationField = "organization_id";

    /// <summary>Reads a whole body: what is left out takes its default.</summary>
    public void Read<TFields, TView>(Input<TFields> input)
        where TFields : class
    {
        if (input.IsTyped)
        {
            ThrowIfAny(Broken(input.Fields));
            return;
        }

        if (input.IsRead)
            return; // as a part of a batch

        using var body = ParseObject(input.Json);
        var problems = ProblemsOf<TFields, TView>(body.RootElement);
        var fields =
            problems.Count == 0
                ? body.RootElement.Deserialize<TFields>(WireFormat.Options)!
                : Sound<TFields>(JsonObject.Create(body.RootElement)!, problems);
        input.Accept(Validated(fields, problems));
    }

    /// <summary>Reads a whole body whose record is named in the address by a field: the body may leave it out, and must not contradict.</summary>
    public void Read<TFields, TView>(Input<TFields> input, string field, string value)
        where TFields : class
    {
        using var body = ParseObject(input.Json);
        var problems = ProblemsOf<TFields, TView>(body.RootElement);
        var fields = JsonObject.Create(body.RootElement)!;
        if (WellFormedText.Problem(value) is { } problem)
            problems[field] = [problem];
        else if (!problems.ContainsKey(field) && fields[field] is { } given && given.GetValue<string>() != value)
            problems[field] = ["must be the same as in the address, or left out"];
        fields[field] = value;
        input.Accept(Validated(Sound<TFields>(fields, problems), problems));
    }

    /// <summary>The items of a body that is an array, each still to be read.</summary>
    public static IReadOnlyList<Input<TFields>> Items<TFields>(Input<TFields> input)
        where TFields : class
    {
        using var body = Parse(input.Json);
        if (body.RootElement.GetArrayLength() > IBatch.Most)
            throw new BadRequest($"The array has {body.RootElement.GetArrayLength()} items. At most {IBatch.Most} are allowed.");

        return [.. body.RootElement.EnumerateArray().Select(item => Input<TFields>.FromJson(JsonMarshal.GetRawUtf8Value(item).ToArray()))];
    }

    /// <summary>Checks a patch as far as that is possible without the record.</summary>
    public void CheckPatch<TFields, TView>(Input<TFields> input)
        where TFields : class
    {
        if (input.IsTyped || input.Patch is not null)
            return; // or checked already, for another of many records

        using var body = ParseObject(input.Json);
        ThrowIfAny(ProblemsOf<TFields, TView>(body.RootElement));
        input.Patch = body.RootElement.Clone();
    }

    /// <summary>Merges a patch into a record's fields as RFC 7396 says, and validates the whole.</summary>
    public void Merge<TRecord, TFields>(TRecord record, Input<TFields> input)
        where TFields : class
    {
        if (input.IsTyped)
        {
            ThrowIfAny(Broken(input.Fields));
            return;
        }

        var fields = record.Adapt<TFields>()!;
        MergePatch.Apply(fields, input.Patch!.Value);
        input.Accept(Validated(fields, []));
    }

    /// <summary>A write may choose what it answers with, and nothing else.</summary>
    public void CheckSelection<TRecord, TView>(ListQuery query)
        where TRecord : Record => queries.Read<TRecord, TView>(query, QueryUse.Select);

    /// <summary>The records that a change is to be made to: at least one condition has to say which.</summary>
    public Query<TRecord> Matches<TRecord, TView>(ListQuery query)
        where TRecord : Record
    {
        var matches = queries.Read<TRecord, TView>(query, QueryUse.Change);
        // Words narrow a query, and are too vague to say by themselves what is to be changed.
        return matches.Where is Every<TRecord> every && every.Parts.Any(part => part is not Search<TRecord>)
            ? matches
            : throw new BadRequest("A change to many records needs at least one condition that says which, such as field=value.");
    }

    private static JsonDocument ParseObject(ReadOnlyMemory<byte> json)
    {
        var body = Parse(json);
        if (body.RootElement.ValueKind == JsonValueKind.Object)
            return body;

        body.Dispose();
        throw new BadRequest("The body must be a JSON object");
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        // The parser looks at the syntax alone, and would fail when a text is taken out.
        if (!Utf8.IsValid(json.Span))
            throw new BadRequest("The body is not valid UTF-8");

        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException error) when (error.LineNumber is null)
        {
            throw new BadRequest("The body gives a name twice in one object"); // what the parser refuses without a place
        }
        catch (InvalidOperationException)
        {
            throw new BadRequest("The body holds a name that is not valid Unicode text"); // half a surrogate pair
        }
        catch (JsonException error)
        {
            throw new BadRequest($"Malformed JSON at line {error.LineNumber + 1}, position {error.BytePositionInLine + 1}");
        }
    }

    private Dictionary<string, string[]> ProblemsOf<TFields, TView>(JsonElement body)
    {
        var contract = InputContract.Of<TFields, TView>.Instance;
        var problems = new Dictionary<string, string[]>();
        foreach (var member in body.EnumerateObject())
        {
            if (contract.ProblemOf(member) is { } problem)
                problems[member.Name] = [problem];
            else if (member.NameEquals(OrganizationField) && typeof(TView).IsAssignableTo(typeof(RecordView)))
                CheckOrganization(member.Value);
        }

        return problems;
    }

    private void CheckOrganization(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var organization))
            throw BadRequest.Invalid(OrganizationField, "must be a whole number");
        if (organization != scope.Caller.OrganizationId)
            throw new Forbidden("Access denied: organization_id is not the organization of your API key.");
    }

    // What can be read of a body, so that the rules have their say about the rest.
    private static TFields Sound<TFields>(JsonObject body, Dictionary<string, string[]> problems)
    {
        var contract = InputContract.Of<TFields, TFields>.Instance;
        foreach (
            var name in body.Select(member => member.Key).Where(name => problems.ContainsKey(name) || !contract.IsWritable(name)).ToList()
        )
            body.Remove(name);

        return body.Deserialize<TFields>(WireFormat.Options)!;
    }

    private TFields Validated<TFields>(TFields fields, Dictionary<string, string[]> problems)
        where TFields : class
    {
        foreach (var (name, messages) in Broken(fields))
            problems.TryAdd(name, messages);

        ThrowIfAny(problems);
        return fields;
    }

    private Dictionary<string, string[]> Broken<TFields>(TFields fields) =>
        services
            .GetRequiredService<IValidator<TFields>>()
            .Validate(fields)
            .Errors.GroupBy(failure => WireFormat.NameOf(failure.PropertyName), failure => failure.ErrorMessage)
            .ToDictionary(group => group.Key, group => group.ToArray());

    private static void ThrowIfAny(Dictionary<string, string[]> problems)
    {
        if (problems.Count > 0)
            throw BadRequest.Invalid(problems);
    }
}
