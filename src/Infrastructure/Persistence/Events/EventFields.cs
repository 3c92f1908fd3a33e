using System.Collections.Concurrent;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>Makes the events of changes. An event tells of a record what its view shows, and so nothing that is secret.</summary>
internal sealed class EventFields(ModelParts model, RequestCatalog requests, ResourceCatalog resources)
{
    private const int First = 1;
    private readonly ConcurrentDictionary<Type, Told?> told = new();

    /// <summary>The event of a change; null for records that tell themselves what happened.</summary>
    /// <param name="record">What the row is to hold, or to hold no more.</param>
    /// <param name="before">What it holds; null while there is none.</param>
    /// <param name="isRemoval">Whether it is to be removed.</param>
    /// <param name="requestId">What brought the change.</param>
    public ChangeEvent? Of(Record record, Record? before, bool isRemoval, string? requestId)
    {
        if (told.GetOrAdd(record.GetType(), Tell) is not { } kind)
            return null;

        var verb =
            before is null && record.Version == First ? "created" // whatever else is true of it
            : record.Happened is { } happened ? happened
            : before is null ? "created"
            : isRemoval ? "removed"
            : "updated";
        return new()
        {
            Type = $"{kind.Name}.{verb}",
            Resource = kind.Resource,
            RecordId = record.Id,
            RecordVersion = record.Version,
            RequestId = requestId,
            Changes = new(ChangesText.Of(kind.Columns, before, isRemoval ? null : record)),
        };
    }

    private Told? Tell(Type record)
    {
        if (record.IsAssignableTo(typeof(IWrittenOnce)))
            return null;

        var view =
            requests.All.FirstOrDefault(request => request.Record == record && request is { IsRead: true, View: not null })?.View
            ?? throw new InvalidOperationException($"{record.Name} is never shown, so its changes cannot be told.");
        return new(WireFormat.NameOf(record.Name), resources.Of(record).Name, model.Of((all, _, _) => new Columns(all)).Of(record, view));
    }

    private sealed record Told(string Name, string Resource, IReadOnlyList<RecordColumn> Columns);

    private sealed class Columns(IModel model)
    {
        private static readonly HashSet<string> Bookkeeping = [.. typeof(Record).GetProperties().Select(property => property.Name)];

        public IReadOnlyList<RecordColumn> Of(Type record, Type view) =>
            [
                .. model
                    .FindEntityType(record)!
                    .GetProperties()
                    .Where(property => view.GetProperty(property.Name) is not null)
                    .Where(property =>
                        !Bookkeeping.Contains(property.Name) || property.Name is nameof(Record.ExternalId) or nameof(Record.CustomFields)
                    )
                    .Select(property => new RecordColumn(property)),
            ];
    }
}
