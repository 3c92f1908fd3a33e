// What the compiled models cannot hold is added to both.
namespace AchieveApex.Infrastructure.Persistence.Sqlite.Migrations.Compiled
{
    public partial class SqliteDbModel
    {
        partial void Customize() => OrganizationFilter.Add(this);
    }
}

namespace AchieveApex.Infrastructure.Persistence.Postgres.Migrations.Compiled
{
    public partial class PostgresDbModel
    {
        partial void Customize() => OrganizationFilter.Add(this);
    }
}
