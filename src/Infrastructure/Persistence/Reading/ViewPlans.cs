using System.Collections.Concurrent;
using System.Data.Common;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>The statements that read one view of one kind of record: written once for each shape of query.</summary>
internal sealed class ViewPlans<TRecord, TView>
    where TRecord : Record
{
    // Shapes come from clients, who must not fill the memory. Whoever has this many begins anew.
    private const int Most = 500;
    private const string Table = "r";

    private readonly ConcurrentDictionary<string, ReadPlan<TView>> plans = new();
    private readonly ConcurrentDictionary<string, ReadPlan<TView>>.AlternateLookup<ReadOnlySpan<char>> byShape;
    private readonly IEntityType record;
    private readonly Dialect dialect;
    private readonly ISqlGenerationHelper names;
    private readonly Func<DbDataReader, TView> view;
    private readonly string select;
    private readonly string from;

    private ViewPlans(IModel model, Dialect dialect, ISqlGenerationHelper names)
    {
        (record, this.dialect, this.names) = (model.FindEntityType(typeof(TRecord))!, dialect, names);
        byShape = plans.GetAlternateLookup<ReadOnlySpan<char>>();
        var columns = ViewColumn.Of<TRecord, TView>(record);
        var references = columns.Select(column => column.Reference).OfType<INavigation>().Distinct().ToList();
        view = Materializer.Of<TView>(columns);
        select = string.Join(", ", columns.Select(column => Column(AliasOf(column.Reference), column.Property)));
        from = $"{TableOf(record)} {Table}{string.Concat(references.Select(Join))}";

        string AliasOf(INavigation? reference) => reference is null ? Table : $"{Table}{references.IndexOf(reference)}";

        string Join(INavigation reference)
        {
            var key = reference.ForeignKey;
            var equal = key.PrincipalKey.Properties.Zip(
                key.Properties,
                (theirs, ours) => $"{Column(AliasOf(reference), theirs)} = {Column(Table, ours)}"
            );
            var kind = key.IsRequired ? "JOIN" : "LEFT JOIN";
            return $" {kind} {TableOf(reference.TargetEntityType)} {AliasOf(reference)} ON {string.Join(" AND ", equal)}";
        }
    }

    public static ViewPlans<TRecord, TView> Make(IModel model, Dialect dialect, ISqlGenerationHelper names) => new(model, dialect, names);

    /// <summary>The record with an id, the second value, if it matches.</summary>
    public ReadPlan<TView> One(Condition<TRecord>? where, QueryShape shape) =>
        byShape.TryGetValue(shape.Key, out var plan) ? plan : Keep(shape, WriteOne(where));

    /// <summary>A page, of those behind a place if one is given. When matches are passed over, the last value tells how many.</summary>
    public ReadPlan<TView> Page(Query<TRecord> query, Condition<TRecord>? after, QueryShape shape) =>
        byShape.TryGetValue(shape.Key, out var plan) ? plan : Keep(shape, WritePage(query, after));

    private ReadPlan<TView> Keep(QueryShape shape, ReadPlan<TView> plan)
    {
        if (plans.Count >= Most)
            plans.Clear();

        byShape[shape.Key] = plan;
        return plan;
    }

    private ReadPlan<TView> WriteOne(Condition<TRecord>? where)
    {
        var sql = Writer();
        var own = $"{Own(sql)} AND {Column(nameof(Record.Id))} = {sql.Parameter(PropertyOf(nameof(Record.Id)))}";
        var one = new Statement($"SELECT {select} FROM {from} WHERE {own}{And(where, sql)}", sql.Binders);
        return new(one, one, view);
    }

    private ReadPlan<TView> WritePage(Query<TRecord> query, Condition<TRecord>? after)
    {
        var sql = Writer();
        var matching = $"WHERE {Own(sql)}{And(query.Where, sql)}";
        var count = query.Where is null
            ? RecordCounts.Total(record.GetTableName()!)
            : $"SELECT count(*) FROM {TableOf(record)} {Table} {matching}";
        var total = new Statement(count, sql.Binders);
        // The limit is written out: with a parameter in its place PostgreSQL would plan a prepared list anew each time.
        // One more than is shown tells whether there is a next page.
        var page = $"{matching}{And(after, sql)} ORDER BY {string.Join(", ", query.Sort.Select(sql.Order))} LIMIT {query.Limit + 1}";
        if (query.Skip > 0)
            page += $" OFFSET {sql.Parameter(PropertyOf(nameof(Record.Id)))}";
        return new(new($"SELECT {select} FROM {from} {page}", sql.Binders), total, view);
    }

    private ConditionSql<TRecord> Writer() => new(record, dialect, property => Column(Table, property));

    // Outside of what was asked, for every record.
    private string Own(ConditionSql<TRecord> sql) =>
        $"{Column(nameof(Record.OrganizationId))} = {sql.Parameter(PropertyOf(nameof(Record.OrganizationId)))}";

    private static string And(Condition<TRecord>? where, ConditionSql<TRecord> sql) => where is null ? "" : $" AND {sql.Of(where)}";

    private IProperty PropertyOf(string name) => record.FindProperty(name)!;

    private string Column(string name) => Column(Table, PropertyOf(name));

    private string Column(string table, IProperty property) => $"{table}.{names.DelimitIdentifier(property.GetColumnName())}";

    private string TableOf(IEntityType type) => names.DelimitIdentifier(type.GetTableName()!);
}
