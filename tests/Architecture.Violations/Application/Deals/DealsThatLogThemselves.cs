using Microsoft.Extensions.Logging;

namespace AchieveApex.Application.Deals;

[Breaks("Logs_never_get_a_record_or_what_a_client_sent")]
public static class DealsThatLogThemselves
{
    public static void Log(ILogger log, long id, AnyFields fields) => log.LogInformation("Deal {Id} has {Fields}", id, fields);
}
