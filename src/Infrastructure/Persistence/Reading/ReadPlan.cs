using System.Data.Common;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>All that is to be known about reads of one shape. Both statements take the same values; the count needs the first ones alone.</summary>
/// <param name="Rows">Selects what the view shows.</param>
/// <param name="Total">Counts the matches on all pages.</param>
/// <param name="View">Makes the view of a row.</param>
internal sealed record ReadPlan<TView>(Statement Rows, Statement Total, Func<DbDataReader, TView> View);
