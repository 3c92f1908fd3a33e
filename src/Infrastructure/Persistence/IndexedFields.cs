using AchieveApex.Application.Resources.Describing;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>An index or key serves a field that follows the organization in it, and its order if the id follows next.</summary>
internal sealed class IndexedFields(ModelParts parts) : IIndexedFields
{
    public IndexUse Of(Type record, string property)
    {
        var entity = parts.Of((model, _, _) => model).FindEntityType(record)!;
        var columns = entity.GetIndexes().Select(index => index.Properties).Concat(entity.GetKeys().Select(key => key.Properties));
        return columns
            .Select(index => index.Select(column => column.Name).ToArray())
            .Select(names =>
                names is not [nameof(Record.OrganizationId), var field, .. var rest] || field != property ? IndexUse.None
                : field == nameof(Record.Id) || rest is [nameof(Record.Id), ..] ? IndexUse.FilterAndSort
                : IndexUse.Filter
            )
            .Max();
    }
}
