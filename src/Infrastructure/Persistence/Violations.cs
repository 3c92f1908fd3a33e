using System.Linq.Expressions;
using System.Reflection;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Turns what the database refused into an error that names the field, after the transaction was rolled back.</summary>
internal sealed class Violations(ContextLease lease, OrganizationScope scope, ResourceCatalog resources, IConstraintReader reader)
{
    public async Task<Exception> Explain(DbUpdateException error, CancellationToken cancellationToken)
    {
        if (error is DbUpdateConcurrencyException)
            return new Conflict("The record was changed by somebody else at the same moment. Read it again and retry.");

        if (error is not RefusedWrite { Write: var write })
            return error;
        if (reader.NotUnique(error, write.Table.Type) is { } properties)
            return await Taken(write, properties, cancellationToken);
        if (!reader.IsBrokenReference(error))
            return error;
        if (!write.IsRemoval && await BrokenReference(write, cancellationToken) is { } reference)
            return BadRequest.NoRecord(FieldOf([reference.Properties.First(IsOwn)]));
        return write.Before is { } used ? await StillUsed(write, used, cancellationToken) : error;
    }

    /// <summary>Whether something that has to be unique was there already.</summary>
    public bool IsTaken(DbUpdateException error) =>
        error is RefusedWrite refused
            ? reader.NotUnique(error, refused.Write.Table.Type) is not null
            : error.Entries.Any(entry => reader.NotUnique(error, entry.Metadata) is not null);

    private async Task<Conflict> Taken(RowWrite write, IReadOnlyList<IReadOnlyProperty> properties, CancellationToken cancellationToken)
    {
        var field = FieldOf(properties);
        var existing = IsVisible(write.Table.Type.ClrType)
            ? await Find(write.Table.Type, properties, ValuesOf(write.Record, properties), cancellationToken)
            : null;
        return new Conflict($"{field} is already in use")
        {
            Errors = new Dictionary<string, string[]> { [field] = ["is already in use"] },
            Details = existing is Record record ? new { existing_id = record.Id } : null,
        };
    }

    // Of what the caller may not see, not even the number is told.
    private async Task<Conflict> StillUsed(RowWrite write, Record used, CancellationToken cancellationToken)
    {
        var refused = write.IsRemoval ? "removed" : "changed in this way";
        var uses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in write.Table.Type.GetReferencingForeignKeys().Where(IsTold))
        {
            var values = ValuesOf(used, key.PrincipalKey.Properties);
            var count = await Call<int>(nameof(Count), key.DeclaringEntityType, key.Properties, values, cancellationToken);
            var name = resources.Of(key.DeclaringEntityType.ClrType).Name;
            if (count > 0)
                uses[name] = uses.GetValueOrDefault(name) + count;
        }

        return uses.Count == 0
            ? new Conflict($"The record is still in use and cannot be {refused}")
            : new Conflict(
                $"The record is still in use ({string.Join(", ", uses.Select(use => $"{use.Key}: {use.Value}"))}) and cannot be {refused}"
            )
            {
                Details = new { used_by = uses },
            };
    }

    // Parts go with the whole.
    private bool IsTold(IForeignKey key) => key.DeleteBehavior == DeleteBehavior.Restrict && IsVisible(key.DeclaringEntityType.ClrType);

    private bool IsVisible(Type record) => resources.Knows(record) && scope.Caller.Rights.Allow(resources.Of(record).Name, Access.View);

    // SQLite does not say which reference it refused, so each is asked for.
    private async Task<IForeignKey?> BrokenReference(RowWrite write, CancellationToken cancellationToken)
    {
        foreach (var key in write.Table.Type.GetForeignKeys().Where(key => key.Properties.Any(IsOwn)))
        {
            var values = ValuesOf(write.Record, key.Properties);
            if (
                !values.Contains(null)
                && await Find(key.PrincipalEntityType, key.PrincipalKey.Properties, values, cancellationToken) is null
            )
                return key;
        }

        return null;
    }

    private static object?[] ValuesOf(Record record, IEnumerable<IReadOnlyProperty> properties) =>
        [.. properties.Select(property => ((IProperty)property).GetGetter().GetClrValue(record))];

    private Task<object?> Find(
        IEntityType type,
        IEnumerable<IReadOnlyProperty> properties,
        object?[] values,
        CancellationToken cancellationToken
    ) => Call<object?>(nameof(First), type, properties, values, cancellationToken);

    private Task<TResult> Call<TResult>(
        string name,
        IEntityType type,
        IEnumerable<IReadOnlyProperty> properties,
        object?[] values,
        CancellationToken cancellationToken
    ) =>
        (Task<TResult>)
            typeof(Violations)
                .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(this, [properties, values, cancellationToken])!;

    private async Task<object?> First<T>(IEnumerable<IReadOnlyProperty> properties, object?[] values, CancellationToken cancellationToken)
        where T : class => await With<T>(properties, values).FirstOrDefaultAsync(cancellationToken);

    private Task<int> Count<T>(IEnumerable<IReadOnlyProperty> properties, object?[] values, CancellationToken cancellationToken)
        where T : class => With<T>(properties, values).CountAsync(cancellationToken);

    private IQueryable<T> With<T>(IEnumerable<IReadOnlyProperty> properties, object?[] values)
        where T : class =>
        properties.Zip(values).Aggregate(lease.Db.Set<T>().AsQueryable(), (query, pair) => query.Where(Equal<T>(pair.First, pair.Second)));

    private static Expression<Func<T, bool>> Equal<T>(IReadOnlyProperty property, object? value)
    {
        var record = Expression.Parameter(typeof(T));
        var member = Expression.Property(record, property.PropertyInfo!);
        return Expression.Lambda<Func<T, bool>>(Expression.Equal(member, Expression.Constant(value, property.ClrType)), record);
    }

    // A property named …Key is the form in which the field beside it is compared.
    private static string FieldOf(IEnumerable<IReadOnlyProperty> properties)
    {
        var own = properties.Where(IsOwn).ToList();
        // Where others are referred to, it is what is beside the reference that is not unique.
        var name = (own.Find(property => !property.IsForeignKey()) ?? own[^1]).Name;
        return WireFormat.NameOf(
            name.Length > "Key".Length && name.EndsWith("Key", StringComparison.Ordinal) ? name[..^"Key".Length] : name
        );
    }

    private static bool IsOwn(IReadOnlyProperty property) => property.Name != nameof(Record.OrganizationId);
}
