using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Understands which constraint a database says was broken.</summary>
internal interface IConstraintReader
{
    /// <summary>The properties that have to be unique and are not, among the entity's keys and indexes; or null.</summary>
    IReadOnlyList<IReadOnlyProperty>? NotUnique(DbUpdateException error, IEntityType entity);

    /// <summary>Whether a reference is to blame: to a record that is not there, or from one that still needs this one.</summary>
    bool IsBrokenReference(DbUpdateException error);
}
