using AchieveApex.Api.Resources;

namespace AchieveApex.Infrastructure.Deals;

[Breaks("Infrastructure_knows_no_Api_and_no_web")]
internal static class DealsThatKnowTheApi
{
    public static bool IsOne(object found) => found is ApiController;
}
