using AchieveApex.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(SqliteApi))]
[assembly: AssemblyFixture(typeof(PostgresApi))]
