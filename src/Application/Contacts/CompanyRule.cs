using AchieveApex.Application.Errors;
using AchieveApex.Domain.Contacts;

namespace AchieveApex.Application.Contacts;

/// <summary>No company is above itself, however many are between, and none is put where the way up is long.</summary>
internal sealed class CompanyRule(IDatabase db) : IRule<Company>
{
    private const int MostAbove = 20;

    public async Task Check(Company company, CancellationToken cancellationToken)
    {
        if (company.ParentCompanyId is null || db.Before(company)?.ParentCompanyId == company.ParentCompanyId)
            return; // what stays where it is makes no circle

        // Two who put each other's company above their own at the same moment would both see no circle.
        await db.TakeTurn(cancellationToken);
        var above = company.ParentCompanyId;
        for (var steps = 1; above is { } id; steps++)
        {
            if (id == company.Id)
                throw BadRequest.Invalid("parent_company_id", "must not be the company itself or one that belongs to it");
            if (steps > MostAbove)
                throw BadRequest.Invalid("parent_company_id", $"must have fewer than {MostAbove} companies above it");

            above = await StoredParent(id);
        }

        Task<long?> StoredParent(long id) =>
            db.First(db.Set<Company>().Where(stored => stored.Id == id).Select(stored => stored.ParentCompanyId), cancellationToken);
    }
}
