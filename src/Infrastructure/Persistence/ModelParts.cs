using System.Collections.Concurrent;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>What is made once from the model of the database that is used: how its records are read and written.</summary>
/// <param name="dialect">How that database writes.</param>
/// <param name="open">Makes a context, for its model.</param>
internal sealed class ModelParts(Dialect dialect, Func<DbContext> open)
{
    private readonly ConcurrentDictionary<Type, object> parts = new();

    /// <summary>The one part of a type.</summary>
    public TPart Of<TPart>(Func<IModel, Dialect, ISqlGenerationHelper, TPart> make)
        where TPart : class =>
        (TPart)(parts.TryGetValue(typeof(TPart), out var part) ? part : parts.GetOrAdd(typeof(TPart), _ => Make(make)));

    private TPart Make<TPart>(Func<IModel, Dialect, ISqlGenerationHelper, TPart> make)
    {
        using var db = open();
        return make(db.Model, dialect, db.GetService<ISqlGenerationHelper>());
    }
}
