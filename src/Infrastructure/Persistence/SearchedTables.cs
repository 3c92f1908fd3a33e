using AchieveApex.Application.Resources.Querying;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The tables that have a column to be searched by. It is no property of the record: what is in it comes from <see cref="SearchText"/>.</summary>
internal static class SearchedTables
{
    /// <summary>The column as EF knows it.</summary>
    public const string Property = "SearchText";

    /// <summary>The column.</summary>
    public const string Column = "search_text";

    public static IEnumerable<string> In(IModel model) =>
        model.GetEntityTypes().Where(type => SearchText.IsKeptOf(type.ClrType)).Select(type => type.GetTableName()!);
}
