namespace AchieveApex.Api.Tests.Probes;

/// <summary>Where a foreign value <c>{V}</c> can stand: <c>{F}</c> is a field, <c>{O}</c> the foreign organization, <c>{G}</c> a new text.</summary>
internal static class ForeignForms
{
    /// <summary>Queries beside a foreign id in the path.</summary>
    public static readonly string[] Path =
    [
        "",
        "?$select[]=id",
        "?organization_id={O}",
        "?id={V}",
        "?id[$in][0]={V}&organization_id[$in][0]={O}",
        "?$or[0][id]={V}&$or[1][organization_id]={O}",
        "?dry_run=true",
    ];

    /// <summary>Conditions that match no record of the caller.</summary>
    public static readonly string[] Matching =
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

    /// <summary>Conditions that a caller's own records may match as well: a write would change these.</summary>
    public static readonly string[] Reading =
    [
        "{F}[$ne]={V}",
        "{F}[$nin][0]={V}",
        "$or[0][{F}]={V}&$or[1][{F}][$ne]={V}",
        "{F}[$in][0]={V}&organization_id[$ne]=0",
        "{F}[$like]={V}%25",
        "{F}[$ilike]={V}%25",
        "$search={V}",
    ];

    /// <summary>Headers beside a foreign id in the path.</summary>
    public static readonly (string Name, string Value)[][] Headers =
    [
        [],
        [("Idempotency-Key", "{G}")],
        [("If-Match", "\"1\"")],
        [("Accept", "application/problem+json")],
    ];

    /// <summary>Headers that might be taken for an order to work elsewhere.</summary>
    public static readonly string[] Misleading = ["X-Organization-Id", "X-Tenant-Id", "Organization", "X-Forwarded-User", "X-Original-URL"];
}
