using AchieveApex.Application.Errors;
using AchieveApex.Domain.Contacts;

namespace AchieveApex.Application.Contacts;

/// <summary>No company is above itself, however many are between, and the way up from any of them ends soon.</summary>
internal sealed class CompanyRule(IDatabase db) : IRule<Company>
{
    private const int MostAbove = 20;

    public async Task Check(Company company, CancellationToken cancellationToken)
    {
        if (company.ParentCompanyId is null)
            return;

        // Two who put each other's company above their own at the same moment would both see no circle.
        await db.TakeTurn(cancellationToken);
        var above = company.ParentCompanyId;
        for (var steps = 1; above is { } id; steps++)
        {
            if (id == company.Id)
                throw BadRequest.Invalid("parent_company_id", "must not be the company itself or one that belongs to it");
            if (steps > MostAbove)
                throw BadRequest.Invalid("parent_company_id", $"must have fewer than {MostAbove} companies above it");

            above = await db.First(db.Set<Company>().Where(c => c.Id == id).Select(c => c.ParentCompanyId), cancellationToken);
        }
    }
}
