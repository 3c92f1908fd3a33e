using System.Collections.Concurrent;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>The plans of every view, made from the model of the database that is used.</summary>
/// <param name="dialect">How that database writes.</param>
/// <param name="open">Makes a context, for its model.</param>
internal sealed class ReadPlans(Dialect dialect, Func<DbContext> open)
{
    private readonly ConcurrentDictionary<(Type Record, Type View), object> views = new();

    public ViewPlans<TRecord, TView> Of<TRecord, TView>()
        where TRecord : Record =>
        (ViewPlans<TRecord, TView>)(
            views.TryGetValue((typeof(TRecord), typeof(TView)), out var plans)
                ? plans
                : views.GetOrAdd((typeof(TRecord), typeof(TView)), _ => Make<TRecord, TView>())
        );

    private ViewPlans<TRecord, TView> Make<TRecord, TView>()
        where TRecord : Record
    {
        using var db = open();
        return new(db.Model, dialect, db.GetService<ISqlGenerationHelper>());
    }
}
