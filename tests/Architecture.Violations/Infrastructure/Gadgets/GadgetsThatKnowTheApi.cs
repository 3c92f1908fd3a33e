using AchieveApex.Api.Resources;

namespace AchieveApex.Infrastructure.Gadgets;

[Breaks("Infrastructure_knows_no_Api_and_no_web")]
internal static class GadgetsThatKnowTheApi
{
    public static bool IsOne(object found) => found is ApiController;
}
