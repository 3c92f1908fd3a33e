using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Application.Resources.Querying;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace AchieveApex.Api.Documentation;

/// <summary>One method of one address: the request that a controller sends, or what the address makes of it.</summary>
internal sealed record Operation(ApiDescription Action, RequestDescription Request, ResourceCatalog Resources)
{
    private readonly RecordRoute? route = Action.ActionDescriptor.EndpointMetadata.OfType<RecordRoute>().SingleOrDefault();

    /// <summary>The field that names the record in the address, for example <c>email</c>; null when the id does, or nothing.</summary>
    public string? Key => route?.Key;

    /// <summary>Whether it changes every match of a query.</summary>
    public bool IsBulk => route is { IsBulk: true };

    public bool HasId => Action.RelativePath!.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Whether it adds to a collection.</summary>
    public bool IsNew => Action.HttpMethod == HttpMethods.Post && !Action.RelativePath!.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether it can depend on the version of the record that it changes.</summary>
    public bool HasPrecondition => (HasId || Key is not null) && !Request.IsRead && !IsBulk;

    /// <summary>Whether a caller who knows the version need not be answered with the record again.</summary>
    public bool CanBeUnchanged =>
        Request.IsRead
        && HasId
        && Request.View is { } view
        && view.IsAssignableTo(typeof(RecordView))
        && !view.IsAssignableTo(typeof(IShowsOthers));

    public QueryDescription? Query => IsBulk && Request.Query is { } query ? query with { Use = QueryUse.Change } : Request.Query;

    /// <summary>What clients call it, for example <c>patchContact</c>, <c>patchContacts</c> or <c>replaceContactByEmail</c>.</summary>
    public string Name =>
        Names.Camel(
            IsBulk ? Names.Verb(Request.Type.Name) + Names.Pascal(Resource!.Name)
            : Key is not null ? $"{Request.Type.Name}By{Names.Pascal(Key)}"
            : Request.Type.Name
        );

    /// <summary>What is needed besides a key.</summary>
    public string Needs
    {
        get
        {
            if (Resource is null)
                return "Needs no permission besides a key.";

            var access = Request.Permission!.Access | (Key is null ? Access.None : Access.Create);
            var permissions = string.Join(" and ", Actions.NamesOf(access).Select(action => $"`{Resource.Name}:{action}`"));
            return $"Needs {permissions}{(IsBulk ? ", and a key that may change many records by one query" : "")}.";
        }
    }

    private Resource? Resource => Request.Permission is { } needed ? Resources.Of(needed.Record) : null;
}
