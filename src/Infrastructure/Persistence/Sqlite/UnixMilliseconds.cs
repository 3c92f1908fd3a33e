using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        number => DateTimeOffset.FromUnixTimeMilliseconds(number)
    );
