using System.Globalization;
using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Tenancy;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>Makes probes for an operation: what belongs to Globex, in every place of a request where Acme could name it.</summary>
internal sealed class ForeignProbes(Belongings acme, Belongings globex, string marker)
{
    private const string Nobody = "nobody-at-all";

    public IEnumerable<ForeignProbe> Of(ProbedOperation operation) =>
        [.. InPath(operation), .. InQuery(operation), .. InBody(operation), .. InHeader(operation), .. InCursor(operation)];

    private IEnumerable<ForeignProbe> InPath(ProbedOperation operation) =>
        from name in operation.PathNames
        from values in name == "id" ? globex.Values(operation.Collection, "id").Select(Number) : Texts(null, name)
        from body in Bodies(operation)
        from query in ForeignForms.Path
        from headers in ForeignForms.Headers
        select Probe(
            operation,
            $"path {name}",
            values,
            value => operation.At(_ => Uri.EscapeDataString(value)) + Filled(query, "", value),
            _ => body,
            headers
        );

    private IEnumerable<ForeignProbe> InQuery(ProbedOperation operation) =>
        from field in operation.Fields.Keys
        from values in FieldValues(operation.Collection, field)
        from query in operation.Reads ? [.. ForeignForms.Matching, .. ForeignForms.Reading] : ForeignForms.Matching
        select Probe(
            operation,
            $"query {field}",
            values,
            value => $"{Own(operation)}?{Filled(query, field, value)}",
            _ => Bodies(operation).First()
        );

    private IEnumerable<ForeignProbe> InBody(ProbedOperation operation) =>
        from field in operation.Body?.Properties.Keys.Append("organization_id").Append("id").Distinct().Where(Belongings.IsId) ?? []
        from values in field == "organization_id" ? [Organization] : Referred(operation, field).Select(Number)
        from form in BodyForms(operation, field)
        from query in (string[])["", "?$select[]=id", "?dry_run=true"]
        select Probe(operation, $"body {field}", values, _ => Own(operation) + query, form);

    private IEnumerable<ForeignProbe> InHeader(ProbedOperation operation) =>
        from name in operation.Method != HttpMethod.Delete && operation.Fields.ContainsKey("organization_id") ? ForeignForms.Misleading : []
        select Probe(operation, $"header {name}", Organization, _ => Own(operation), _ => Bodies(operation).First(), (name, "{V}"));

    private IEnumerable<ForeignProbe> InCursor(ProbedOperation operation) =>
        from cursor in operation.Reads && globex.Cursor(operation.Collection) is { } given ? (string[])[given] : []
        select new ForeignProbe(operation, "cursor", ("", ""), Outgoing.Of(operation.Method, $"{Own(operation)}?{cursor}", null), null);

    private ForeignProbe Probe(
        ProbedOperation operation,
        string place,
        (string Foreign, string Absent) values,
        Func<string, string> target,
        Func<string, string?> body,
        params (string Name, string Value)[] headers
    )
    {
        // Where the first request makes the record that the second one finds, the answers may differ.
        var isUpsert = !operation.Reads && operation.PathNames.Any(name => name != "id");
        return new(operation, place, values, Made(values.Foreign), isUpsert ? null : Made(values.Absent));

        Outgoing Made(string value) =>
            Outgoing.Of(
                operation.Method,
                target(value),
                body(value),
                [.. headers.Select(header => (header.Name, Filled(header.Value, "", value)))]
            );
    }

    private (string, string) Organization => ($"{globex.Tenant.OrganizationId}", $"{TwoTenants.Absent}");

    private IEnumerable<(string, string)> FieldValues(string collection, string field) =>
        field == "organization_id" ? [Organization]
        : Belongings.IsId(field)
            ? Numbers(globex, collection, field).Except(Numbers(acme, collection, field)).Where(id => IsForeign(field, id)).Select(Number)
        : Texts(collection, field);

    // An event names records of whatever kind, of which the caller has more than it shows at once.
    private bool IsForeign(string field, long id) => field != "record_id" || id > Numbers(acme, null, field).Max();

    // Ids of the kind that the field holds: one of another kind may become the caller's own while probes make records.
    private IEnumerable<long> Referred(ProbedOperation operation, string field) =>
        field is "id" or "into_id" // of the kind that is merged
            ? Numbers(globex, operation.Collection, field)
            : globex
                .Collections.Where(collection => field.EndsWith($"{SingularOf(collection)}_id", StringComparison.Ordinal))
                .SelectMany(collection => Numbers(globex, collection, "id"))
                .Concat(Numbers(globex, null, field))
                .Distinct()
                .Except(Numbers(acme, null, field));

    private static string SingularOf(string collection)
    {
        var name = collection.TrimStart('/').Replace('-', '_');
        return name.EndsWith("ies", StringComparison.Ordinal) ? name[..^"ies".Length] + "y" : name[..^1];
    }

    private static IEnumerable<long> Numbers(Belongings belongings, string? collection, string field) =>
        belongings.Values(collection, field).Select(Belongings.NumberOf).OfType<long>().Distinct();

    // What was planted in the field, of one list or of all.
    private IEnumerable<(string, string)> Texts(string? collection, string field) =>
        globex
            .Values(collection, field)
            .Select(value => value.ToString())
            .Where(text => text.Contains(marker, StringComparison.Ordinal))
            .Distinct()
            .Select(text => (text, text.Replace(marker, Nobody, StringComparison.Ordinal)));

    private static (string, string) Number(JsonValue id) => ($"{id}", $"{TwoTenants.Absent}");

    private static (string, string) Number(long id) => ($"{id}", $"{TwoTenants.Absent}");

    private string Filled(string template, string field, string value) =>
        template
            .Replace("{F}", field, StringComparison.Ordinal)
            .Replace("{V}", value, StringComparison.Ordinal)
            .Replace("{O}", $"{globex.Tenant.OrganizationId}", StringComparison.Ordinal)
            .Replace("{G}", $"{Guid.NewGuid()}", StringComparison.Ordinal);

    // The operation's path, to the newest record of the caller's own.
    private string Own(ProbedOperation operation) =>
        operation.At(name => Uri.EscapeDataString(acme.Values(operation.Collection, name).FirstOrDefault()?.ToString() ?? Nobody));

    // A record as it is read can be sent back, so it is a body that passes validation whatever the resource.
    private IEnumerable<string?> Bodies(ProbedOperation operation) =>
        operation.Body is null
            ? [null]
            : acme.Of(operation.Collection).Take(1).Select(string? (record) => record.ToJsonString()).Append("{}");

    private IEnumerable<Func<string, string?>> BodyForms(ProbedOperation operation, string field)
    {
        var own = acme.Of(operation.Collection).Append([]).First();
        yield return value => With(own, field, value).ToJsonString();
        yield return value => With([], field, value).ToJsonString();
        if (operation.Body!.Items is null)
            yield break;

        yield return value => new JsonArray(own.DeepClone(), With(own, field, value)).ToJsonString();
        yield return value => new JsonArray(With([], field, value)).ToJsonString();
    }

    private static JsonObject With(JsonObject record, string field, string value)
    {
        var copy = record.DeepClone().AsObject();
        copy[field] = long.Parse(value, CultureInfo.InvariantCulture);
        return copy;
    }
}
