using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

internal sealed class TenThousandths() : ValueConverter<decimal, long>(number => (long)(number * 10_000), whole => whole / 10_000m);
