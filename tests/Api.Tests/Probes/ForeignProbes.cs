using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Tenancy;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>Makes probes for an operation: what belongs to Globex, in every place of a request where Acme could name it.</summary>
internal sealed class ForeignProbes(Belongings acme, Belongings globex, string marker)
{
    private const string Nobody = "nobody-at-all";

    private static readonly string[] OnPaths =
    [
        "",
        "?$select[]=id",
        "?organization_id={O}",
        "?id={V}",
        "?id[$in][0]={V}&organization_id[$in][0]={O}",
        "?$or[0][id]={V}&$or[1][organization_id]={O}",
        "?dry_run=true",
    ];

    private static readonly string[] OnFields =
    [
        "{F}={V}",
        "{F}[$in][0]={V}",
        "{F}[$gte]={V}&{F}[$lte]={V}",
        "$or[0][{F}]={V}",
        "$and[0][{F}]={V}",
        "$or[0][$and][0][{F}]={V}&$or[1][$and][0][organization_id]={O}",
        "{F}={V}&organization_id={O}",
        "{F}={V}&$limit=0",
        "{F}={V}&$select[]={F}&$sort[{F}]=-1",
    ];

    // Of these, a write would change the caller's own records.
    private static readonly string[] OnFieldsRead =
    [
        "{F}[$ne]={V}",
        "{F}[$nin][0]={V}",
        "$or[0][{F}]={V}&$or[1][{F}][$ne]={V}",
        "{F}[$in][0]={V}&organization_id[$ne]=0",
        "{F}[$like]={V}%",
        "{F}[$ilike]={V}%",
        "$search={V}",
    ];

    private static readonly (string Name, string Value)[][] OnHeaders =
    [
        [],
        [("Idempotency-Key", "{G}")],
        [("If-Match", "\"1\"")],
        [("Accept", "application/problem+json")],
    ];

    private static readonly string[] Misleading =
    [
        "X-Organization-Id",
        "X-Tenant-Id",
        "Organization",
        "X-Forwarded-User",
        "X-HTTP-Method-Override",
    ];

    public IEnumerable<ForeignProbe> Of(DocumentedOperation operation) =>
        [.. InPath(operation), .. InQuery(operation), .. InBody(operation), .. InHeader(operation), .. InCursor(operation)];

    private IEnumerable<ForeignProbe> InPath(DocumentedOperation operation) =>
        from place in operation.PathNames
        from values in PathValues(place)
        from body in Bodies(operation)
        from query in OnPaths
        from headers in OnHeaders
        select Twins(operation, $"path {place}", values, value => operation.At(_ => value) + Filled(query, "", value), _ => body, headers);

    private IEnumerable<ForeignProbe> InQuery(DocumentedOperation operation) =>
        from field in operation.Fields.Keys
        from values in FieldValues(operation.Collection, field)
        from query in operation.Reads ? [.. OnFields, .. OnFieldsRead] : OnFields
        select Twins(
            operation,
            $"query {field}",
            values,
            value => $"{Own(operation)}?{Filled(query, field, value)}",
            _ => Bodies(operation).First(),
            []
        );

    private IEnumerable<ForeignProbe> InBody(DocumentedOperation operation) =>
        from field in operation.Body?.Properties.Keys.Append("organization_id").Append("id").Distinct().Where(Belongings.IsId) ?? []
        from values in BodyValues(field)
        from form in BodyForms(operation, field)
        from query in (string[])["", "?$select[]=id", "?dry_run=true"]
        select Twins(operation, $"body {field}", values, _ => Own(operation) + query, form, []);

    private IEnumerable<ForeignProbe> InHeader(DocumentedOperation operation) =>
        from name in Misleading
        select Twins(
            operation,
            $"header {name}",
            Number(globex.Tenant.OrganizationId),
            _ => Own(operation),
            _ => Bodies(operation).First(),
            [(name, "{V}")]
        );

    // A position in the foreign list, as its owner got it.
    private IEnumerable<ForeignProbe> InCursor(DocumentedOperation operation) =>
        from query in operation.Reads && globex.Link is { } link ? (string[])[link.Split('?')[1].Split('>')[0]] : []
        select Alone(operation, "cursor", Outgoing.Of(operation.Method, $"{Own(operation)}?{query}", null));

    private ForeignProbe Twins(
        DocumentedOperation operation,
        string place,
        (string Foreign, string Absent) values,
        Func<string, string> target,
        Func<string, string?> body,
        (string Name, string Value)[] headers
    )
    {
        return new(operation, place, values, Made(values.Foreign), Made(values.Absent));

        Outgoing Made(string value) =>
            Outgoing.Of(
                operation.Method,
                target(value),
                body(value),
                [.. headers.Select(header => (header.Name, Filled(header.Value, "", value)))]
            );
    }

    private static ForeignProbe Alone(DocumentedOperation operation, string place, Outgoing request) =>
        new(operation, place, ("", ""), request, null);

    private IEnumerable<(string, string)> PathValues(string name) =>
        Texts(name) is { Count: > 0 } texts ? texts : globex.Ids.Select(Number);

    private IEnumerable<(string, string)> BodyValues(string field) =>
        field == "organization_id" ? [Number(globex.Tenant.OrganizationId)] : globex.Ids.Except(acme.Ids).Select(Number);

    private IEnumerable<(string, string)> FieldValues(string collection, string field) =>
        field == "organization_id" ? [Number(globex.Tenant.OrganizationId)]
        : Belongings.IsId(field)
            ? globex
                .Records(collection)
                .Select(record => record[field])
                .OfType<JsonValue>()
                .Select(id => id.GetValue<long>())
                .Except(acme.Ids)
                .Distinct()
                .Select(Number)
        : Texts(field, collection);

    // What was planted in the field.
    private List<(string, string)> Texts(string field, string? collection = null) =>
        [
            .. globex
                .All(collection)
                .Select(record => record[field])
                .OfType<JsonValue>()
                .Select(value => value.ToString())
                .Where(text => text.Contains(marker, StringComparison.Ordinal))
                .Distinct()
                .Select(text => (text, text.Replace(marker, Nobody, StringComparison.Ordinal))),
        ];

    private static (string, string) Number(long id) => ($"{id}", $"{TwoTenants.Absent}");

    private string Filled(string template, string field, string value) =>
        template
            .Replace("{F}", field, StringComparison.Ordinal)
            .Replace(
                "{V}",
                template.Contains('=', StringComparison.Ordinal) ? Uri.EscapeDataString(value) : value,
                StringComparison.Ordinal
            )
            .Replace("{O}", $"{globex.Tenant.OrganizationId}", StringComparison.Ordinal)
            .Replace("{G}", $"{Guid.NewGuid()}", StringComparison.Ordinal);

    /// <summary>The operation's path, to a record of the caller's own.</summary>
    private string Own(DocumentedOperation operation) =>
        operation.At(name =>
            acme.Records(operation.Collection).Select(record => record[name]).OfType<JsonValue>().FirstOrDefault()?.ToString() ?? Nobody
        );

    // A record as it is read can be sent back, so it is a body that passes validation whatever the resource.
    private IEnumerable<string?> Bodies(DocumentedOperation operation) =>
        operation.Body is null
            ? [null]
            : acme.Records(operation.Collection).Take(1).Select(string? (record) => record.ToJsonString()).Append("{}");

    private IEnumerable<Func<string, string?>> BodyForms(DocumentedOperation operation, string field)
    {
        var own = acme.All(operation.Collection).FirstOrDefault() ?? [];
        yield return value => With(own, field, value).ToJsonString();
        yield return value => With([], field, value).ToJsonString();
        if (operation.Body!.Items is not null)
        {
            yield return value => new JsonArray(own.DeepClone(), With(own, field, value)).ToJsonString();
            yield return value => new JsonArray(With([], field, value)).ToJsonString();
        }
    }

    private static JsonObject With(JsonObject record, string field, string value)
    {
        var copy = record.DeepClone().AsObject();
        copy[field] = long.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        return copy;
    }
}
