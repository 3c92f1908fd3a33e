using System.Linq.Expressions;
using System.Reflection;
using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Replaces the one record with a value in a unique field, or creates it.</summary>
/// <param name="Each">The replacement.</param>
/// <param name="Field">The field, by its wire name.</param>
/// <param name="Value">The value that the record has, or will have.</param>
public sealed record Upsert<TRecord, TFields, TView>(Replace<TRecord, TFields, TView> Each, string Field, string Value)
    : ICommand<Upserted<TView>>,
        IReadsInput,
        IQueried,
        IDerived
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public ListQuery Query { get; set; } = ListQuery.Empty;

    object IDerived.Each => Each;

    Access IDerived.AlsoNeeds => Access.Create;

    public void Read(InputReader reader)
    {
        reader.CheckSelection<TRecord, TView>(Query);
        reader.Read<TFields, TView>(Each.Input, Field, Value);
    }
}

/// <summary>What became of an upsert.</summary>
/// <param name="IsNew">Whether the record was created.</param>
/// <param name="Record">The record.</param>
public sealed record Upserted<TView>(bool IsNew, TView Record);

internal sealed class UpsertHandler<TRecord, TFields, TView>(IDatabase db, Editor<TRecord> editor, Terms terms)
    : IRequestHandler<Upsert<TRecord, TFields, TView>, Upserted<TView>>
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public async Task<Upserted<TView>> Handle(Upsert<TRecord, TFields, TView> request, CancellationToken cancellationToken)
    {
        db.RetryIfTaken();
        var fields = request.Each.Input.Fields;
        var added = fields.Adapt(new TRecord());
        var same = db.Set<TRecord>().Where(Same(request.Field, added)).Select(record => (long?)record.Id);
        if (await db.First(same, cancellationToken) is { } id && await db.Find<TRecord>(id, cancellationToken) is { } existing)
        {
            fields.Adapt(await editor.Open(existing, cancellationToken));
            await editor.Keep(existing, cancellationToken);
            return new(false, await editor.Show<TView>(existing, cancellationToken));
        }

        terms.CheckAbsence();
        await editor.Add(added, cancellationToken);
        return new(true, await editor.Show<TView>(added, cancellationToken));
    }

    // A property named …Key is the form in which the field beside it is compared.
    private static Expression<Func<TRecord, bool>> Same(string field, TRecord added)
    {
        var properties = typeof(TRecord).GetProperties(BindingFlags.Public | BindingFlags.Instance).ToList();
        var own = properties.Find(property => WireFormat.NameOf(property.Name) == field);
        var compared = properties.Find(property => property.Name == own?.Name + "Key") ?? own;
        if (compared is null)
            throw new InvalidOperationException($"{typeof(TRecord).Name} has no field '{field}' to be found by.");

        var record = Expression.Parameter(typeof(TRecord));
        Expression<Func<object?>> value = () => compared.GetValue(added);
        return Expression.Lambda<Func<TRecord, bool>>(
            Expression.Equal(Expression.Property(record, compared), Expression.Convert(value.Body, compared.PropertyType)),
            record
        );
    }
}
