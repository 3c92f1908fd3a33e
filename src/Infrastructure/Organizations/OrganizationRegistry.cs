using AchieveApex.Application.Organizations;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Organizations;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Organizations;

internal sealed class OrganizationRegistry(
    AchieveApexDb db,
    IDatabase records,
    OrganizationScope scope,
    ResourceCatalog resources,
    TimeProvider clock
) : IOrganizationRegistry
{
    public async Task<bool> IsEmpty(CancellationToken cancellationToken) =>
        await db.Read<int>("SELECT 1 FROM organizations LIMIT 1", [], cancellationToken) is [];

    // Looked at twice, since nearly every start finds something and need not wait.
    public async Task<T?> WhenEmpty<T>(Func<Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        if (!await IsEmpty(cancellationToken))
            return null;

        using var turn = db.AwaitFirstStart(cancellationToken);
        return await records.InTransaction(
            async () =>
            {
                await db.TakeFirstStart(cancellationToken);
                return await IsEmpty(cancellationToken) ? await work() : null;
            },
            cancellationToken
        );
    }

    public Task<Organization?> Find(long id, CancellationToken cancellationToken) =>
        db.Set<Organization>().FirstOrDefaultAsync(organization => organization.Id == id, cancellationToken);

    public Task Found(Organization organization, Func<Task> fill, CancellationToken cancellationToken) =>
        records.InTransaction(
            async () =>
            {
                var isChosen = organization.Id != 0;
                db.Add(organization);
                await db.SaveChangesAsync(cancellationToken);
                if (isChosen)
                    await db.ContinueOrganizationIds(cancellationToken);
                scope.Enter(Caller.Program(organization.Id, resources));
                await db.TellOrganization(cancellationToken);
                await fill();
                return true;
            },
            cancellationToken
        );

    public async Task<User> EnsureUser(string email, CancellationToken cancellationToken)
    {
        var key = User.KeyOf(email);
        if (await db.Set<User>().FirstOrDefaultAsync(user => user.EmailKey == key, cancellationToken) is { } known)
            return known;

        var added = new User(email, clock.GetUtcNow());
        db.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }

    public Task SetPasswordHash(long userId, string hash, CancellationToken cancellationToken) =>
        db.Set<User>()
            .Where(user => user.Id == userId)
            .ExecuteUpdateAsync(user => user.SetProperty(u => u.PasswordHash, hash), cancellationToken);
}
